import { beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '~/auth/viewer';
import { VISITOR } from '~/auth/viewer';
import { letterMail } from '~/features/notices/letter-mail.server';
import { writeAtOnce } from '~/features/notices/letters.server';
import { registerNoticeMails } from '~/features/notices/register.server';
import { DEFAULT_TEXT } from '~/features/unity/default-text.server';
import {
  groupSignaturePage,
  groupsWithLogo,
  signForGroup,
  withdrawForGroup,
} from '~/features/unity/group-signature.server';
import { unityAtHome } from '~/features/unity/home.server';
import { mySignature } from '~/features/unity/my-signature.server';
import { whoSeesMyName } from '~/features/unity/naming.server';
import { publishStatement } from '~/features/unity/publish.server';
import { registerUnity } from '~/features/unity/register.server';
import { signForMyself, withdrawMine } from '~/features/unity/sign.server';
import { confirmSigner, removeSigner, signersPage } from '~/features/unity/signers.server';
import { signingHere } from '~/features/unity/signing-groups.server';
import { statementHtml, statementSha256 } from '~/features/unity/statement-text.server';
import { type PublishedUnity, unityPage } from '~/features/unity/unity-page.server';
import type { Audience } from '~/lib/audience';
import type { MailJob } from '~/lib/mail/registry.server';
import { renderLetter } from '~/lib/mail/render.server';
import { command } from '~/sharing/command.server';
import { verifyProjections } from '~/sharing/verify.server';
import { writerSql } from '../../../db/writer.server';
import { giveRole, join, makeGroup, makePerson, SYSTEM } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';

useHub();

let count = 0;
async function person(name: string, grants: Record<string, Audience> = {}, standing: SignedIn['standing'] = 'member') {
  count += 1;
  const made = await makePerson({ name }, grants, { email: `signer-${count}@example.org`, standing });
  const accountId = made.accountId ?? '';
  return asMember({ personId: made.id, accountId, handle: made.handle, name, standing });
}
const publish = (changes = {}) => command((unit) => publishStatement(SYSTEM, unit, { ...DEFAULT_TEXT, changes }));
const page = async (viewer: Parameters<typeof unityPage>[0], version?: string) =>
  (await unityPage(viewer, 'en', { groups: '', people: '', ...(version && { version }) })) as PublishedUnity;
const named = async (viewer: Parameters<typeof unityPage>[0], version?: string) =>
  (await page(viewer, version)).people.shown.map(({ name, version }) => `${name} ${version}`);
const rowsOf = (id: string) =>
  writerSql()`select version, named, logo from core.signatures where person_id = ${id} or group_id = ${id} order by version`;
const NAME = { 'person.name': 'public' } as const;
let reader: SignedIn;

beforeAll(async () => {
  reader = await person('Rita Reader');
});

describe('before a statement is published', () => {
  it('says so, offers stewards the way to a draft, and lets nobody sign', async () => {
    expect(await unityPage(VISITOR, 'en', { groups: '', people: '' })).toMatchObject({
      statement: null,
      keeper: false,
    });
    const steward = asMember({ can: ['steward'] });
    expect(await unityPage(steward, 'en', { groups: '', people: '' })).toMatchObject({ statement: null, keeper: true });
    expect(await signForMyself(reader, { version: 1, named: true })).toBe('unpublished');
    expect(await mySignature(reader)).toEqual({ current: null, signed: null });
  });
});

describe('a published statement', () => {
  beforeAll(() => publish());

  it('is published by stewards alone, who are written down', async () => {
    for (const can of [[], ['operator'], ['weaver']] as const) {
      const other = asMember({ can: [...can] });
      await expect(command((unit) => publishStatement(other, unit, DEFAULT_TEXT))).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    expect(await writerSql()`select detail from core.audit where action = 'statement_published'`).toEqual([
      { detail: { version: 1 } },
    ]);
  });

  it.each(['update ref.statements set changes = changes', 'delete from ref.statements'])(
    'refuses: %s',
    async (statement) => {
      await expect(writerSql().unsafe(statement)).rejects.toThrow('stands as it is');
    },
  );

  it('names what it stands for, in both languages, with the fingerprint of what is signed', async () => {
    const { statement, inForce } = await page(VISITOR);
    expect(inForce).toBe(true);
    expect(statement).toMatchObject({ version: 1, sha256: statementSha256(DEFAULT_TEXT), language: 'en' });
    const heads = [...(statement?.html.matchAll(/<h3>([^<]*)/g) ?? [])].map(([, head]) => head);
    expect(heads).toEqual([
      'Inclusion',
      'Diversity',
      'Equity',
      'Liberation',
      'A diversity of tactics',
      'Use care',
      'Own your voice',
      'Peaceful behaviour',
    ]);
    const spanish = (await unityPage(VISITOR, 'es', { groups: '', people: '' })) as PublishedUnity;
    expect(spanish.statement?.html.match(/<h3>/g)).toHaveLength(heads.length);
  });

  it.each(['2', '0', '01', 'x', '1.0', '99999999999999999999'])('has no version %s', async (version) => {
    await expect(page(VISITOR, version)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('shows HTML as text and loads no pictures', () => {
    const html = statementHtml('# A\n\n<b onclick="x()">b</b> ![p](https://example.org/p.png) [l](javascript:x)');
    expect(html).not.toMatch(/<(b|img|h1)\b|javascript/);
    expect(html).toContain('&lt;b');
  });
});

describe('signing for oneself', () => {
  it('names nobody who did not say so, and then only whom what they share reaches', async () => {
    const silent = await person('Silent Sam', { ...NAME, 'person.signature': 'public' });
    const open = await person('Open Olga', { ...NAME, 'person.signature': 'public' });
    const usual = await person('Usual Uma', NAME);
    const shy = await person('Shy Sven', { 'person.name': 'self', 'person.signature': 'public' });
    const own = await person('Own Omar', { ...NAME, 'person.signature': 'self' });
    const newcomer = await person('New Nia', NAME, 'newcomer');
    expect(await signForMyself(silent, { version: 1, named: false })).toBe('signed');
    for (const each of [open, usual, shy, own, newcomer])
      expect(await signForMyself(each, { version: 1, named: true })).toBe('signed');
    expect(await named(VISITOR)).toEqual(['Open Olga 1']);
    expect(await named(reader)).toEqual(['Open Olga 1', 'Usual Uma 1']);
    expect(await named(asMember({ can: ['weaver'] }))).toEqual(['New Nia 1', 'Open Olga 1', 'Usual Uma 1']);
    expect((await page(reader)).people).toMatchObject({ signed: 2, older: 0 });
    expect(await mySignature(silent)).toEqual({ current: 1, signed: 1 });
    expect(await verifyProjections()).toEqual([]);
  });

  it('says beforehand who would see the name', async () => {
    const told = async (grants: Record<string, Audience>) => whoSeesMyName(await person('Told Tom', grants), 'en');
    expect(await told({})).toMatchObject({ nobody: true });
    expect(await told(NAME)).toMatchObject({ nobody: false, sentence: expect.stringContaining('Members') });
    expect(await told({ ...NAME, 'person.signature': 'self' })).toMatchObject({ nobody: true });
  });

  it('shares a signature as proposed only with those who have chosen nothing yet, and only on their yes', async () => {
    const grantOf = async (id: string) =>
      (
        await writerSql()`select audience from core.sharing_grants where subject_id = ${id} and category = 'person.signature'`
      )[0]?.audience;
    const no = await person('No Nora', NAME);
    await signForMyself(no, { version: 1, named: false });
    expect(await grantOf(no.personId)).toBeUndefined();
    await signForMyself(no, { version: 1, named: true });
    expect(await grantOf(no.personId)).toBe('member');
    const stale = { ...(await person('Stale Stan', NAME)), provedAt: new Date(Date.now() - 3_600_000) };
    await writerSql()`insert into core.recovery_codes (account_id, hash) values (${stale.accountId}, 'x')`;
    expect(await whoSeesMyName(stale, 'en')).toMatchObject({ nobody: true });
    expect(await signForMyself(stale, { version: 1, named: true })).toBe('signed');
    expect(await grantOf(stale.personId)).toBeUndefined();
    const weaver = await person('Wide Wanda', { ...NAME, 'person.signature': 'weaver' });
    await signForMyself(weaver, { version: 1, named: true });
    expect(await grantOf(weaver.personId)).toBe('weaver');
  });

  it('is once per version; a second time saves the answer about the list, and a no holds at once', async () => {
    const twice = await person('Twice Tess', { ...NAME, 'person.signature': 'public' });
    await Promise.all([1, 2, 3].map(() => signForMyself(twice, { version: 1, named: true })));
    expect(await rowsOf(twice.personId)).toHaveLength(1);
    expect(await named(VISITOR)).toContain('Twice Tess 1');
    expect(await signForMyself(twice, { version: 1, named: false })).toBe('again');
    expect(await named(VISITOR)).not.toContain('Twice Tess 1');
    expect(await rowsOf(twice.personId)).toEqual([{ version: 1, named: false, logo: false }]);
  });

  it('is taken back at once, and can be done again', async () => {
    const back = await person('Back Bea', { ...NAME, 'person.signature': 'public' });
    await signForMyself(back, { version: 1, named: true });
    await withdrawMine(back);
    expect(await named(VISITOR)).not.toContain('Back Bea 1');
    expect(await rowsOf(back.personId)).toEqual([]);
    expect(await signForMyself(back, { version: 1, named: false })).toBe('signed');
  });

  it.each([0, 2, 1_000_000])('is not possible for version %i, and writes nothing', async (version) => {
    expect(await signForMyself(reader, { version, named: true })).toBe('unpublished');
    expect(await rowsOf(reader.personId)).toEqual([]);
  });

  it.each(['hidden', 'held', 'imported'] as const)('is not for someone who is %s', async (standing) => {
    const paused = await person('Paused Pia', {}, standing);
    await expect(signForMyself(paused, { version: 1, named: false })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('signing for a group', () => {
  const ANSWERS = { version: 1, named: true, logo: false };
  async function team() {
    const group = await makeGroup({ name: `Group ${count}` });
    const [lead, signer] = [
      await person('Lia Lead', NAME),
      await person('Sid Signer', { 'person.name': 'member', 'person.position': 'member' }),
    ];
    await join(lead.personId, group.id, { leads: true });
    await join(signer.personId, group.id);
    return { group, lead, signer };
  }
  const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: 'not_found' });

  it('is for its leads and whom they confirmed; for everyone else there is nothing', async () => {
    const { group, lead, signer } = await team();
    const steward = await person('Sue Steward');
    await giveRole(steward.accountId, 'steward');
    for (const other of [signer, reader, { ...steward, roles: new Set(['steward' as const]) }]) {
      await refused(signForGroup(other, group.slug, ANSWERS));
      await refused(groupSignaturePage(other, group.slug, 'en'));
      await refused(withdrawForGroup(other, group.slug));
      await refused(signersPage(other, group.slug));
      await refused(confirmSigner(other, group.slug, signer.personId));
    }
    expect((await signersPage(lead, group.slug)).others.map(({ name }) => name)).toEqual(['Sid Signer']);
    await confirmSigner(lead, group.slug, signer.personId);
    expect((await signersPage(lead, group.slug)).signers.map(({ name }) => name)).toEqual(['Sid Signer']);
    expect((await groupSignaturePage(signer, group.slug, 'en')).group).toMatchObject({ leads: false, signed: null });
    expect(await signForGroup(signer, group.slug, ANSWERS)).toBe('signed');
    expect(await signForGroup(lead, group.slug, { ...ANSWERS, logo: true })).toBe('again');
    expect(await rowsOf(group.id)).toEqual([{ version: 1, named: true, logo: true }]);
    await removeSigner(lead, group.slug, signer.personId);
    await refused(signForGroup(signer, group.slug, ANSWERS));
    expect((await page(VISITOR)).groups.shown.map(({ key }) => key)).toContain(group.slug);
  });

  it('lets nobody sign any more who left the group or was never in it', async () => {
    const { group, lead, signer } = await team();
    await confirmSigner(lead, group.slug, signer.personId);
    await command(async (unit) => {
      await unit.db.execute(`delete from core.positions where person_id = '${signer.personId}'`);
      unit.personChanged(signer.personId);
    });
    await refused(signForGroup(signer, group.slug, ANSWERS));
    const stranger = await person('Stranger', NAME);
    for (const who of [stranger.personId, '00000000-0000-4000-8000-000000000009'])
      await expect(confirmSigner(lead, group.slug, who)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('keeps the logo apart from the name, for operators to see', async () => {
    const { group, lead } = await team();
    await signForGroup(lead, group.slug, { version: 1, named: false, logo: true });
    expect((await page(VISITOR)).groups.shown.map(({ key }) => key)).not.toContain(group.slug);
    expect((await groupsWithLogo()).map(({ slug }) => slug)).toContain(group.slug);
    await withdrawForGroup(lead, group.slug);
    expect((await groupsWithLogo()).map(({ slug }) => slug)).not.toContain(group.slug);
  });

  it('shows a group only to whom it shows itself', async () => {
    const { group, lead } = await team();
    await command(async (unit) => {
      await unit.db.execute(
        `insert into core.sharing_grants (subject_id, subject, category, audience, words_sha256, policy_sha256) values ('${group.id}', 'group', 'group.profile', 'member', '', (select sha256 from ref.policies where in_force))`,
      );
      unit.groupChanged(group.id);
    });
    await signForGroup(lead, group.slug, ANSWERS);
    const keys = async (viewer: Parameters<typeof page>[0]) => (await page(viewer)).groups.shown.map(({ key }) => key);
    expect(await keys(reader)).toContain(group.slug);
    expect(await keys(VISITOR)).not.toContain(group.slug);
  });

  it('is not for a group that is only listed', async () => {
    const listed = await makeGroup({ name: 'Listed' }, { standing: 'listed', source: 's', sourceId: null });
    const odd = await person('Odd Lead');
    await join(odd.personId, listed.id, { leads: true });
    await refused(signForGroup(odd, listed.slug, ANSWERS));
  });

  it('is offered on the group’s page to those who may, and to nobody else', async () => {
    const { group, lead, signer } = await team();
    for (const other of [VISITOR, reader, signer]) expect(await signingHere(other, group.slug)).toBeNull();
    await confirmSigner(lead, group.slug, signer.personId);
    const here = { slug: group.slug, behind: false };
    expect(await signingHere(lead, group.slug)).toEqual({ ...here, leads: true });
    expect(await signingHere(signer, group.slug)).toEqual({ ...here, leads: false });
  });
});

describe('a new text', () => {
  it('asks signatories to sign again, who stand under the version they signed until then', async () => {
    const [old, lead] = [
      await person('Old Ola', { ...NAME, 'person.signature': 'public' }),
      await person('Lea Lead', NAME),
    ];
    const group = await makeGroup({ name: 'Old Group' });
    await join(lead.personId, group.id, { leads: true });
    await signForMyself(old, { version: 1, named: true });
    await signForGroup(lead, group.slug, { version: 1, named: true, logo: false });
    expect((await unityAtHome(old, 'en')).changed).toBeNull();
    await publish({ en: 'One principle more.' });

    expect(await signForMyself(old, { version: 1, named: true })).toBe('older');
    expect(await mySignature(old)).toEqual({ current: 2, signed: 1 });
    expect(await named(VISITOR)).toContain('Old Ola 1');
    expect((await page(VISITOR)).people.signed).toBe(0);
    expect((await unityAtHome(old, 'es')).changed).toMatchObject({
      version: 2,
      mine: 1,
      changes: 'One principle more.',
      changesLanguage: 'en',
    });
    expect((await unityAtHome(lead, 'en')).changed?.groups).toEqual([
      { slug: group.slug, name: 'Old Group', version: 1 },
    ]);
    expect((await unityAtHome(reader, 'en')).changed).toBeNull();

    expect(await signForMyself(old, { version: 2, named: true })).toBe('signed');
    expect((await unityAtHome(old, 'en')).changed).toBeNull();
    expect(await named(VISITOR)).toContain('Old Ola 2');
    expect(await named(VISITOR)).not.toContain('Old Ola 1');
    expect(await named(VISITOR, '1')).toContain('Old Ola 1');

    await signForMyself(old, { version: 2, named: false });
    expect(await named(VISITOR, '1')).not.toContain('Old Ola 1');
    await signForGroup(lead, group.slug, { version: 2, named: true, logo: false });
    expect((await unityAtHome(lead, 'en')).changed).toBeNull();
    expect(await verifyProjections()).toEqual([]);
  });

  it('is told by one mail to those who signed the one before, for themselves or for a group, and to nobody else', async () => {
    registerNoticeMails();
    registerUnity();
    const [old, lead, weekly] = [await person('Mail Mia'), await person('Mail Leo', NAME), await person('Week Wim')];
    const group = await makeGroup({ name: 'Mailed Group' });
    await join(lead.personId, group.id, { leads: true });
    await writerSql()`
      insert into core.signatures (version, person_id, group_id)
      values (1, ${old.personId}, null), (1, ${weekly.personId}, null), (1, null, ${group.id})`;
    await writerSql()`
      insert into core.notice_choices (account_id, topic, choice) values (${weekly.accountId}, 'unity-text', 'weekly')`;
    await Promise.all([writeAtOnce(), writeAtOnce()]);
    await writeAtOnce();
    const mailsOf = async ({ accountId }: SignedIn) => [
      ...(await writerSql()<MailJob[]>`
        select id, about, created_at as "createdAt" from core.outbox
        where template = 'notice-letter' and about ->> 'account' = ${accountId}`),
    ];
    const [toOld, toLead] = [await mailsOf(old), await mailsOf(lead)];
    expect([toOld.length, toLead.length]).toEqual([1, 1]);
    for (const other of [weekly, reader]) expect(await mailsOf(other)).toEqual([]);
    const letterOf = async ([job]: MailJob[]) => {
      const mail = job ? await letterMail(job) : null;
      return mail && renderLetter(mail);
    };
    expect(await letterOf(toOld)).toMatchObject({
      subject: 'A new text of the unity statement',
      text: expect.stringMatching(/One principle more\.[\s\S]*\/unsubscribe\//),
    });
    const forGroup = (await letterOf(toLead))?.text;
    expect(forGroup).toContain(`/groups/${group.slug}/signature`);
    expect(forGroup).not.toContain('One principle more.');
    await signForMyself(old, { version: 2, named: false });
    expect(await letterOf(toOld)).toBeNull();
  });

  it('goes on where a long list was cut', async () => {
    await command(async (unit) => {
      await unit.db.execute(`
        with made as (insert into core.groups (slug, name, standing) select 'many-' || n, 'Many ' || n, 'member' from generate_series(1, 120) n returning id)
        insert into core.signatures (version, group_id, named) select 2, id, true from made`);
      for (const { id } of await unit.db.execute<{ id: string }>("select id from core.groups where slug like 'many-%'"))
        unit.groupChanged(id);
    });
    const first = (await page(VISITOR)).groups;
    const rest = (await unityPage(VISITOR, 'en', { groups: first.next ?? '', people: '' })) as PublishedUnity;
    const keys = [...first.shown, ...rest.groups.shown].map(({ key }) => key);
    expect(rest.groups.next).toBeNull();
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.startsWith('many-'))).toHaveLength(120);
    expect(keys).toHaveLength(first.signed + first.older);
  });
});
