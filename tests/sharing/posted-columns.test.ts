import { beforeAll, describe, expect, it } from 'vitest';
import { addImported } from '~/features/joining/imported.server';
import { profileInput } from '~/features/profile/profile.schema';
import { DEFAULT_TEXT } from '~/features/unity/default-text.server';
import { publishStatement } from '~/features/unity/publish.server';
import { EXEMPT_PATHS } from '~/lib/http/origin-gate.server';
import { ROLES } from '~/lib/standing';
import { command } from '~/sharing/command.server';
import { writerSql } from '../../db/writer.server';
import { coreHash } from '../factories/core-hash';
import { giveRole, join, makeGroup, makePerson, SYSTEM } from '../factories/people';
import { type FoundForm, formsOf, postForm } from '../setup/forms';
import { useHub } from '../setup/hub';
import { actionRoutes, routeIdOf } from '../setup/route-patterns';
import { cookieOf, read, useServed } from '../setup/served';

const served = useServed(useHub());

/** Pages whose forms this hub's most powerful person, or a visitor, is shown. */
const PAGES = [
  ...[
    '/',
    '/home',
    '/settings/profile',
    '/settings/sharing',
    '/settings/sharing/blocks',
    '/settings/notices',
    '/settings/leaving',
    '/settings/data',
  ],
  ...['/settings/security', '/settings/security/address', '/settings/security/app', '/settings/security/codes'],
  '/settings/security/hold',
  ...['/groups/led-group', '/groups/led-group/edit', '/groups/led-group/leads', '/groups/listed-group'],
  ...['/unity', '/groups/led-group/signature', '/groups/led-group/signers', '/operate/unity'],
  ...[
    '/groups/listed-group/claim',
    '/groups/listed-group/removal',
    '/groups/listed-group/contact',
    '/sign-in',
    '/sign-in/again',
  ],
  ...['/steward/imported', '/steward/import', '/steward/roles', '/operate/network', '/operate/vocabularies'],
  ...['/operate/vocabularies/interest/1', '/operate/import', '/operate/mail', '/operate/backups', '/weaving/claims'],
  ...[
    '/join',
    '/join?as=group',
    '/unity',
    '/groups/led-group/signature',
    '/groups/led-group/signers',
    '/operate/unity',
  ],
  ...['/operate/join', '/operate/welcome', '/weaving/newcomers', '/welcome', '/invitations', '/steward/invitations'],
  ...['/steward/batches/new', '/steward/pauses', '/operate/alerts', '/concern', '/steward/concerns/people'],
  ...['/steward/policy?category=person.town', '/steward/policy?recipient=resend', '/steward/policy/text'],
];

/** What time alone changes, and what every form leaves behind whether or not it was understood. */
const RESTLESS = ['sessions', 'rate_limits'];

/** Fields of forms that none of these pages shows. */
const OWN_FIELDS: Record<string, string[]> = { 'routes/settings.security_.passkeys_.removal': ['id'] };

interface Aim extends FoundForm {
  id: string;
  cookie: string | null;
}

const aims: Aim[] = [];
/** Actions whose form one of the pages shows, be it a lone button. */
let shown = new Set<string>();
let columns: string[] = [];

/** Of forms that one action tells apart by nothing, one is enough. */
const shapeOf = ({ id, fields }: Aim) => [id, fields.get('intent'), fields.get('save')].join(' ');

beforeAll(async () => {
  const person = await makePerson({ name: 'Every Role' }, {}, { email: 'every@example.org' });
  for (const role of ROLES) await giveRole(person.accountId, role);
  const led = await makeGroup({ name: 'Led Group' });
  await join(person.id, led.id, { leads: true });
  const other = await makePerson({ name: 'Other Lead' }, {}, { email: 'other@example.org' });
  await join(other.id, led.id, { leads: true });
  await makeGroup({ name: 'Listed Group' }, { standing: 'listed' });
  await command((unit) =>
    addImported(SYSTEM, unit, [
      { profile: profileInput.parse({ name: 'Written Down' }), email: 'written@example.org', source: 'a list' },
    ]),
  );
  await command((unit) => publishStatement(SYSTEM, unit, DEFAULT_TEXT));
  const powerful = await cookieOf(person.accountId ?? '');
  const shapes = new Set<string>();
  for (const page of [...PAGES, `/people/${other.handle}`, `/people/${other.handle}/contact`]) {
    for (const cookie of [powerful, null]) {
      const { status, body } = await read(served.origin(), page, cookie);
      if (status !== 200) continue;
      for (const form of formsOf(body, page)) {
        const aim = { ...form, id: routeIdOf(form.action), cookie };
        if (shapes.has(shapeOf(aim))) continue;
        shapes.add(shapeOf(aim));
        aims.push(aim);
      }
    }
  }
  shown = new Set(aims.map(({ id }) => id));
  for (const { id, path } of actionRoutes())
    if (!shown.has(id)) aims.push({ id, action: path, fields: new URLSearchParams(), cookie: powerful });
  const rows = await writerSql()<{ name: string }[]>`
    select distinct column_name as name from information_schema.columns where table_schema = 'core' order by 1`;
  columns = rows.map(({ name }) => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
});

/** Of the columns those that this form tries: all that go to one action are dealt out among its forms. */
function shareOf(aim: Aim): string[] {
  const forms = aims.filter(({ id }) => id === aim.id);
  return columns.filter((_, at) => at % forms.length === forms.indexOf(aim));
}

const doorOf = ({ action, id }: Aim) => `${action}${action.includes('?') ? '&' : '?'}_data=${encodeURIComponent(id)}`;

describe('a column of a table, posted beside the fields of a form', () => {
  it('is refused by every action, and changes nothing', async () => {
    const before = await coreHash(RESTLESS);
    const taken: string[] = [];
    await Promise.all(
      [0, 1, 2, 3].map(async (worker) => {
        for (const aim of aims.filter((_, at) => at % 4 === worker)) {
          const foreign = shareOf(aim).filter((name) => !aim.fields.has(name) && !OWN_FIELDS[aim.id]?.includes(name));
          // Where no page shows the form, one try with all of them says as much as many.
          const tries = [...aim.fields].length > 0 ? foreign.map((name) => [name]) : [foreign];
          for (const names of tries) {
            const sent = new URLSearchParams([...aim.fields, ...names.map((name) => [name, 'steward'])]);
            const response = await postForm(served.origin(), doorOf(aim), sent, aim.cookie);
            await response.arrayBuffer();
            if (response.status < 400) taken.push(`${aim.id} ${aim.fields.get('intent') ?? ''}: ${names.join()}`);
          }
        }
      }),
    );
    expect(taken).toEqual([]);
    expect(await coreHash(RESTLESS)).toBe(before);
  });

  it('was tried with the forms of at least a third of the actions', () => {
    expect(shown.size).toBeGreaterThan(actionRoutes().length / 3);
    expect(columns.length).toBeGreaterThan(100);
  });
});

describe('a form that another site, or no browser, sends', () => {
  const own = () => ({ origin: served.origin(), 'sec-fetch-site': 'same-origin' });
  const wrong = (): Record<string, string>[] => [
    {},
    { ...own(), origin: 'https://evil.example' },
    { ...own(), 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
    { 'sec-fetch-site': 'none' },
  ];

  it('is refused by every action, whatever it says', async () => {
    const before = await coreHash(RESTLESS);
    const through: string[] = [];
    for (const aim of aims.filter(({ action }) => !EXEMPT_PATHS.includes(action))) {
      for (const headers of wrong()) {
        for (const door of [aim.action, doorOf(aim)]) {
          const response = await fetch(served.origin() + door, {
            method: 'POST',
            body: aim.fields,
            redirect: 'manual',
            headers: { ...headers, ...(aim.cookie && { cookie: aim.cookie }) },
          });
          await response.arrayBuffer();
          if (response.status !== 403) through.push(`${response.status} ${door} ${JSON.stringify(headers)}`);
        }
      }
    }
    expect(through).toEqual([]);
    expect(await coreHash(RESTLESS)).toBe(before);
  });
});
