import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { VISITOR } from '~/auth/viewer';
import { asForm } from '~/features/directory/edit-form';
import { isEmptyHub, readNetwork } from '~/features/directory/network.server';
import { createSetUpLink, needsSetUp } from '~/features/operate/set-up/set-up-link.server';
import { setUpPage } from '~/features/operate/set-up/set-up-page.server';
import { submitSetUp } from '~/features/operate/set-up/submit-set-up.server';
import { loadEnv } from '~/lib/env.server';
import type { FormValues } from '~/lib/forms';
import { languageOffer, offerLanguages } from '~/lib/messages/locale.server';
import { verifyProjections } from '~/sharing/verify.server';
import { writer, writerSql } from '../../../db/writer.server';
import { COMMANDS } from '../../../scripts/hub/commands';
import { makePerson, SYSTEM } from '../../factories/people';
import { TEST_SECRET } from '../../setup/global';
import { useHub } from '../../setup/hub';

useHub();

const TABLES = 'core.set_up_links, core.outbox, core.rate_limits, ref.network, ref.interests, ref.skills';

beforeEach(async () => {
  await writer().execute(sql.raw(`delete from core.people`));
  for (const table of TABLES.split(', ')) await writer().execute(sql.raw(`delete from ${table}`));
  offerLanguages({ locales: ['en', 'es'], fallback: 'en' });
});

const tokenOf = (link: string): string => link.split('/').pop() ?? '';
const newToken = async (email = 'ana@example.org') => tokenOf(await createSetUpLink(SYSTEM, email));

/** The form as the page first shows it, with what a first steward fills in. */
async function filledIn(token: string, more: FormValues = {}): Promise<FormData> {
  const { page } = await setUpPage(VISITOR, token, 'en');
  if (!page) throw new Error('The link opens nothing.');
  return asForm({
    ...page.values,
    name: 'Five Creeks',
    purpose_en: 'Five creeks, one water.',
    personName: 'Ana',
    ...more,
  });
}

const submit = async (token: string, more: FormValues = {}) =>
  submitSetUp(VISITOR, token, await filledIn(token, more), 'en');

describe('hub set-up', () => {
  const run = async (...args: string[]) => {
    const lines: string[] = [];
    try {
      await COMMANDS['set-up']?.run(args, (line) => lines.push(line));
    } catch (error) {
      return `${(error as Error).name}: ${(error as Error).message}`;
    }
    return lines.join('\n');
  };
  it('prints a link of which only the hash is kept, for a day', async () => {
    const token = tokenOf((await run('Ana@Example.org')).trim());
    expect(token).toMatch(/^[\w-]{43}$/);
    const [row] = await writerSql()`
      select email, round(extract(epoch from expires_at - now()) / 3600)::int as hours, hash from core.set_up_links`;
    expect(row).toMatchObject({ email: 'ana@example.org', hours: 24 });
    expect(row?.hash).not.toBe(token);
  });
  it('ends the link before when it makes another', async () => {
    const first = await newToken();
    const second = await newToken('bo@example.org');
    expect([(await setUpPage(VISITOR, first, 'en')).state, (await setUpPage(VISITOR, second, 'en')).state]).toEqual([
      'unknown',
      'open',
    ]);
  });
  it('keeps the demo from being loaded into a hub that is about to be set up', async () => {
    expect(await isEmptyHub()).toBe(true);
    await newToken();
    expect(await isEmptyHub()).toBe(false);
  });
  it.each([
    [[], 'UsageError: Give the e-mail address of the first steward.'],
    [['ana'], 'UsageError: ana is no e-mail address.'],
    [['a@b.org', 'c@d.org'], 'UsageError: Give the e-mail address of the first steward.'],
  ])('%j: %s', async (args, said) => expect(await run(...args)).toBe(said));
  it('is refused once there is a steward, and names the other way', async () => {
    await submit(await newToken());
    expect(await run('bo@example.org')).toMatch(/^DomainError: .*already set up.*role grant EMAIL steward$/);
  });
});

describe('setting up', () => {
  it('makes the network, its words and a first steward who sees nothing of themselves shown', async () => {
    const token = await newToken();
    expect(await needsSetUp()).toBe(true);
    const result = await submit(token, {
      colour: 'river',
      interests: ['clean-water', 'housing', 'no-such-slug'],
      skills: [],
      ownInterests: 'Creek song | Canto de arroyo\n\n clean water \nCreek song',
    });
    expect(result).toEqual({ accountId: expect.any(String) });
    expect(await needsSetUp()).toBe(false);
    expect(await readNetwork(VISITOR, 'es')).toMatchObject({
      name: 'Five Creeks',
      purpose: 'Five creeks, one water.',
      themeColor: '#1d5c7a',
      setUp: true,
      demo: false,
    });
    const terms = await writerSql()`select slug, labels from ref.interests order by slug`;
    expect(terms).toEqual([
      { slug: 'clean-water', labels: { en: 'Clean water', es: 'Agua limpia' } },
      { slug: 'creek-song', labels: { en: 'Creek song', es: 'Canto de arroyo' } },
      { slug: 'housing', labels: { en: 'Housing', es: 'Vivienda' } },
    ]);
    const [steward] = await writerSql()`
      select a.email, p.name, p.standing, array(select role from core.role_grants g where g.account_id = a.id order by 1) as roles
      from core.accounts a join core.people p on p.id = a.person_id`;
    expect(steward).toEqual({
      email: 'ana@example.org',
      name: 'Ana',
      standing: 'member',
      roles: ['operator', 'steward', 'weaver'],
    });
    expect((await writerSql()`select from proj_member.people`).length).toBe(0);
    expect(await verifyProjections()).toEqual([]);
  });

  it('lets the first of two people who send the page at once do it, and tells the other', async () => {
    const token = await newToken();
    const forms = [await filledIn(token), await filledIn(token, { personName: 'Bo' })];
    const results = await Promise.all(forms.map((form) => submitSetUp(VISITOR, token, form, 'en')));
    expect(results.filter((result) => 'accountId' in result)).toHaveLength(1);
    expect(results.find((result) => 'kind' in result)).toMatchObject({ kind: 'taken' });
    expect((await writerSql()`select from core.people`).length).toBe(1);
    expect((await setUpPage(VISITOR, token, 'en')).state).toBe('done');
  });

  it('gives the roles to an account that is there already, and leaves its name', async () => {
    const { accountId } = await makePerson({ name: 'Known' }, {}, { email: 'ana@example.org', standing: 'newcomer' });
    expect(await submit(await newToken(), { personName: '' })).toEqual({ accountId });
    const [row] = await writerSql()`select name, standing from core.people`;
    expect(row).toEqual({ name: 'Known', standing: 'member' });
  });

  it('opens nothing once the day is over', async () => {
    const token = await newToken();
    const form = await filledIn(token);
    await writerSql()`update core.set_up_links set expires_at = now() - interval '1 second'`;
    expect((await setUpPage(VISITOR, token, 'en')).state).toBe('spent');
    expect(await submitSetUp(VISITOR, token, form, 'en')).toMatchObject({ kind: 'taken' });
    expect(await needsSetUp()).toBe(true);
  });

  it.each<[string, FormValues, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['no purpose in the first language', { purpose_en: '', purpose_es: 'Sí.' }, 'purpose_en'],
    ['no language', { locales: [] }, 'locales'],
    [
      'a first language that is not offered',
      { locales: ['en'], defaultLocale: 'es', purpose_es: 'Sí.' },
      'defaultLocale',
    ],
    ['a colour that is none', { colour: 'own', ownColour: 'red;}' }, 'ownColour'],
    ['nobody', { personName: '' }, 'personName'],
    ['a line that is too long', { ownSkills: 'x'.repeat(81) }, 'ownSkills'],
    ['a name that is too long', { name: 'x'.repeat(81) }, 'name'],
    ['a field that is none', { role: 'king' }, '_form'],
    ['several at once', { name: '', purpose_en: '', personName: '' }, 'name purpose_en personName'],
  ])(
    'says beside the field what is wrong with %s, keeps what was typed and writes nothing',
    async (_what, more, field) => {
      const result = await submit(await newToken(), more);
      expect(result).toMatchObject({ kind: 'invalid', values: { ownColour: expect.anything() } });
      expect(Object.keys('errors' in result ? result.errors : {})).toEqual(field.split(' '));
      expect((await writerSql()`select from core.people`).length).toBe(0);
      expect((await writerSql()`select from ref.network`).length).toBe(0);
    },
  );

  it('offers the languages that were chosen and no other', async () => {
    await submit(await newToken(), {
      locales: ['es'],
      defaultLocale: 'es',
      purpose_es: 'Cinco arroyos.',
      ownSkills: 'Tejer',
    });
    await readNetwork(VISITOR, 'es');
    expect(languageOffer()).toEqual({ locales: ['es'], fallback: 'es' });
    const [skill] = await writerSql()`select labels from ref.skills where slug = 'tejer'`;
    expect(skill?.labels).toEqual({ en: 'Tejer', es: 'Tejer' });
  });
});

describe('the test mail', () => {
  const ask = async (token: string) => submit(token, { intent: 'test-mail' });
  it('goes through the outbox by the id of the link, a few times an hour', async () => {
    loadEnv({ HUB_SECRET: TEST_SECRET, HUB_DEMO: '0', RESEND_API_KEY: 're_test', MAIL_FROM: 'hub@example.org' });
    const token = await newToken();
    const sent: boolean[] = [];
    for (let time = 0; time < 6; time += 1) {
      const result = await ask(token);
      sent.push('sent' in result && result.sent === true);
    }
    expect(sent).toEqual([true, true, true, true, true, false]);
    const rows = await writerSql()`select template, about from core.outbox`;
    const [link] = await writerSql()`select id from core.set_up_links`;
    expect(rows[0]).toEqual({ template: 'test-mail', about: { link: link?.id } });
  });
  it('is not offered without a key', async () => {
    loadEnv({ HUB_SECRET: TEST_SECRET, HUB_DEMO: '0' });
    expect(await ask(await newToken())).toMatchObject({ kind: 'test-mail', sent: false });
  });
});
