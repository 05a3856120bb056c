import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { registerAuth } from '~/auth/register.server';
import { inviteAddress } from '~/features/joining/invite.server';
import { tidyJoining } from '~/features/welcoming/clear-up.server';
import { registerWelcoming } from '~/features/welcoming/register.server';
import { loadEnv } from '~/lib/env.server';
import { sendDueMail } from '~/lib/mail/worker.server';
import * as joining from '~/routes/join';
import * as joinLink from '~/routes/join_.$token';
import { COMMANDS } from '../../../scripts/hub/commands';
import { makeGroup, makePerson, SYSTEM } from '../../factories/people';
import { FakeResend } from '../../fakes/resend';
import { TEST_SECRET } from '../../setup/global';
import { useHub } from '../../setup/hub';
import { ORIGIN, startTestApp, type TestApp } from '../../setup/test-app';
import { tracesOf } from '../../setup/traces';

useHub();
const resend = new FakeResend();
let app: TestApp;

beforeAll(async () => {
  const mail = { RESEND_API_KEY: 're_test', MAIL_FROM: 'Hub <hub@example.org>', RESEND_BASE_URL: await resend.start() };
  loadEnv({ HUB_SECRET: TEST_SECRET, HUB_ORIGIN: ORIGIN, ...mail });
  registerAuth();
  registerWelcoming();
  app = await startTestApp({ join: joining, 'join/:token': joinLink });
  await makePerson({ name: 'Ana' }, {}, { email: 'ana@example.org' });
  await makeGroup({ name: 'Wells Watch' }, { standing: 'listed' });
  await makeGroup({ name: 'The River Table' }, { standing: 'member' });
});
afterAll(async () => {
  await app.close();
  await resend.stop();
});
beforeEach(async () => {
  await writerSql()`delete from core.rate_limits`;
});

type Fields = Record<string, string>;
const person = (email: string, more: Fields = {}): Fields => ({
  intent: 'apply',
  kind: 'person',
  name: 'Wren Madeup',
  email,
  why: '',
  toldBy: '',
  ...more,
});
const group = (email: string, more: Fields = {}): Fields =>
  person(email, { kind: 'group', groupName: 'Kettle Pond', groupAbout: 'Tests ponds.', groupWebsite: '', ...more });

let asking = '';
async function ask(fields: Fields) {
  const answer = await app.post('/join', fields);
  asking = answer.cookies[0]?.split(';')[0] ?? '';
  await sendDueMail();
  return answer;
}
const textTo = (address: string) => resend.lastTo(address)?.body.text ?? '';
const pathTo = (address: string) => /http:\/\/\S+(\/join\/[\w-]{43})/.exec(textTo(address))?.[1] ?? 'no mail';
const press = (path: string, intent = 'join', cookie = asking) => app.post(path, { intent }, { Cookie: cookie });
const personOf = async (email: string) =>
  (
    await writerSql()`select p.standing, p.name, n.kind, n.group_name as "group", n.why from core.people p
      join core.accounts a on a.person_id = p.id left join core.newcomers n on n.person_id = p.id where a.email = ${email}`
  )[0];

describe('asking to join', () => {
  it('answers the same bytes for an address with an account and for one without', async () => {
    const [known, unknown] = [await ask(person('ana@example.org')), await ask(person('nil@example.org'))];
    const plain = ({ text }: { text: string }) => text.replaceAll(/nonce="[^"]+"/g, '').replaceAll(/ana@|nil@/g, '');
    expect([known.status, unknown.status]).toEqual([200, 200]);
    expect(plain(known)).toBe(plain(unknown));
    expect(textTo('ana@example.org')).toMatch(/\/sign-in\/[\w-]{43}/);
    expect(textTo('nil@example.org')).toMatch(/\/join\/[\w-]{43}/);
    expect(
      await writerSql()`select 1 from core.outbox where about::text like '%@%' or about::text like '%Wren%'`,
    ).toEqual([]);
  });

  it.each<[string, Fields]>([
    ['an address with a line break', person('wren@example.org\r\nBcc: all@example.org')],
    ['a name of 10,000 letters', person('wren@example.org', { name: 'w'.repeat(10_000) })],
    ['no name', person('wren@example.org', { name: ' ' })],
    ['a field of no form', person('wren@example.org', { standing: 'member' })],
    ['a website that is none', group('wren@example.org', { groupWebsite: 'javascript:alert(1)' })],
    ['a group without a word of what it does', group('wren@example.org', { groupAbout: '' })],
  ])('refuses %s, and loses nothing', async (_, fields) => {
    const answer = await ask(fields);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('role="alert"');
    expect(answer.text).toContain(fields.name?.trim() ?? '');
    expect(await writerSql()`select 1 from core.applications where email like 'wren%'`).toEqual([]);
  });

  it.each([
    ['wells WATCH', '/groups/wells-watch', 'This is us'],
    ['River Table', '/groups/the-river-table', 'member group'],
  ])(
    'leads a group called %s to the one that is here, and takes another of that name',
    async (groupName, path, said) => {
      const told = await ask(group('double@example.org', { groupName }));
      expect(told.status).toBe(409);
      expect(told.text).toContain(path);
      expect(told.text).toContain(said);
      expect((await ask(group('double@example.org', { groupName, another: 'on' }))).status).toBe(200);
    },
  );

  it('slows down whoever asks too often, together with sign-in', async () => {
    for (let round = 0; round < 3; round += 1) expect((await ask(person('often@example.org'))).status).toBe(200);
    const late = await ask(person('often@example.org', { why: 'Because of the wells' }));
    expect(late.status).toBe(429);
    expect(late.text).toContain('Because of the wells');
  });
});

describe('the link', () => {
  it('shows on opening and makes an account when the button is pressed, once', async () => {
    await ask(person('finch@example.org', { why: 'The wells', toldBy: 'Ana' }));
    const path = pathTo('finch@example.org');
    for (let scan = 0; scan < 5; scan += 1) await app.ask(path);
    expect((await app.ask(path, { headers: { Cookie: asking } })).text).toContain('Wren Madeup');
    expect(await personOf('finch@example.org')).toBeUndefined();
    const answers = await Promise.all([press(path), press(path)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 410]);
    expect(answers.find(({ status }) => status === 302)?.headers.location).toBe('/welcome');
    expect(await personOf('finch@example.org')).toEqual({
      standing: 'newcomer',
      name: 'Wren Madeup',
      kind: 'person',
      group: null,
      why: 'The wells',
    });
    expect(await writerSql()`select 1 from core.applications where email = 'finch@example.org'`).toEqual([]);
    for (const audience of ['public', 'member', 'weaver', 'steward'])
      expect(await writerSql().unsafe(`select 1 from proj_${audience}.people where name = 'Wren Madeup'`)).toEqual([]);
  });

  it('is good for the newest of two letters, and the other one is told so', async () => {
    await ask(person('twice@example.org'));
    const [first, cookie] = [pathTo('twice@example.org'), asking];
    await ask(person('twice@example.org', { name: 'Second Time' }));
    expect((await press(pathTo('twice@example.org'))).status).toBe(302);
    expect((await press(first, 'join', cookie)).status).toBe(410);
    expect((await personOf('twice@example.org'))?.name).toBe('Second Time');
  });

  it('works in the browser that asked; another gets a link of its own, or the code is typed', async () => {
    await ask(group('heron@example.org'));
    const [path, cookie] = [pathTo('heron@example.org'), asking];
    expect((await press(path, 'join', '')).status).toBe(410);
    const elsewhere = await app.ask(path);
    expect(elsewhere.text).not.toContain('Wren Madeup');
    const code = /\b[a-z2-9]{4}-[a-z2-9]{4}\b/.exec(textTo('heron@example.org'))?.[0] ?? '';
    expect((await app.post('/join', { intent: 'code', code: 'aaaa-aaaa' }, { Cookie: cookie })).status).toBe(400);
    expect((await app.post('/join', { intent: 'code', code }, { Cookie: '' })).status).toBe(400);
    const renewed = await app.post(path, { intent: 'renew' });
    await sendDueMail();
    const own = renewed.cookies[0]?.split(';')[0] ?? '';
    expect((await press(path, 'join', cookie)).status).toBe(410);
    const fresh = /\b[a-z2-9]{4}-[a-z2-9]{4}\b/.exec(textTo('heron@example.org'))?.[0] ?? '';
    const entered = await app.post('/join', { intent: 'code', code: fresh }, { Cookie: own });
    expect([entered.status, entered.headers.location]).toEqual([302, '/welcome']);
    expect(await personOf('heron@example.org')).toMatchObject({ kind: 'group', group: 'Kettle Pond' });
    expect(await writerSql()`select 1 from core.groups where name = 'Kettle Pond'`).toEqual([]);
  });

  it('stops taking codes after five wrong ones', async () => {
    await ask(person('guess@example.org'));
    const code = /\b[a-z2-9]{4}-[a-z2-9]{4}\b/.exec(textTo('guess@example.org'))?.[0] ?? '';
    const type = (typed: string) => app.post('/join', { intent: 'code', code: typed }, { Cookie: asking });
    for (let wrong = 0; wrong < 5; wrong += 1) expect((await type('zzzz-zzzz')).status).toBe(400);
    expect((await type(code)).status).toBe(400);
  });

  it('is handed out at the console where no mail is sent, for any browser', async () => {
    await app.post('/join', person('console@example.org'));
    const said: string[] = [];
    await COMMANDS['sign-in-link']?.run(['console@example.org'], (line) => said.push(line));
    expect((await press(new URL(said[0] ?? '').pathname, 'join', '')).status).toBe(302);
  });

  it('forgets what others wrote down of whoever speaks for themselves', async () => {
    await inviteAddress(SYSTEM, { name: 'Imported Ines', email: 'ines@example.org', source: 'a list' }, 'en');
    await ask(person('ines@example.org', { name: 'Ines Herself' }));
    expect((await press(pathTo('ines@example.org'))).status).toBe(302);
    expect(await personOf('ines@example.org')).toMatchObject({ name: 'Ines Herself', standing: 'newcomer' });
    expect(await tracesOf('Imported Ines')).toEqual([]);
  });
});

describe('time', () => {
  it('deletes what was typed and never opened, and newcomers nobody welcomed', async () => {
    await ask(person('silent@example.org'));
    await ask(person('waits@example.org', { name: 'Waiting Willa' }));
    await press(pathTo('waits@example.org'));
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    await tidyJoining(days(6));
    expect(await tracesOf('silent@example.org')).toContain('core.applications');
    await tidyJoining(days(8));
    expect(await tracesOf('silent@example.org')).not.toContain('core.applications');
    await tidyJoining(days(59));
    expect(await personOf('waits@example.org')).toBeDefined();
    await tidyJoining(days(61));
    expect(await tracesOf('waits@example.org', 'Waiting Willa')).toEqual([]);
  });
});
