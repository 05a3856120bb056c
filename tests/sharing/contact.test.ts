import { beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '~/auth/viewer';
import { VISITOR } from '~/auth/viewer';
import { contactOffer } from '~/features/contact/contact-of.server';
import { MOST_A_DAY, UNUSUAL } from '~/features/contact/limits';
import { myContactLog } from '~/features/contact/my-log.server';
import { openContact } from '~/features/contact/open.server';
import { unusualOpenings } from '~/features/contact/unusual.server';
import { unusualMail } from '~/features/contact/unusual-mail.server';
import { personPage } from '~/features/directory/person-page.server';
import { keepToPeriods } from '~/features/privacy/keep-to-periods.server';
import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { renderLetter } from '~/lib/mail/render.server';
import { writerSql } from '../../db/writer.server';
import { giveRole, join, makeGroup, makePerson } from '../factories/people';
import { asMember } from '../factories/viewers';
import { useHub } from '../setup/hub';

useHub();

let ada: { id: string; handle: string };
let ben: SignedIn;
let shy: SignedIn;
let weaver: SignedIn;
let steward: SignedIn;
let adaAs: SignedIn;
let group: { id: string; slug: string };

const viewerOf = async (
  name: string,
  more: Partial<SignedIn> & { can?: ('weaver' | 'steward')[] } = {},
  shown = true,
) => {
  const { id, handle } = await makePerson({ name }, shown ? { 'person.name': 'member' } : {});
  return asMember({ personId: id, handle, name, ...more });
};
const person = (handle: string) => ({ kind: 'person' as const, handle });
const openings = () => writerSql()`select * from core.contact_openings order by opened_at`;

beforeAll(async () => {
  ada = await makePerson(
    { name: 'Ada Open', contactEmail: 'ada@example.org', contactPhone: '+61 2 5550 0000', contactHandle: '@ada' },
    { 'person.name': 'public', 'person.email': 'member', 'person.phone': 'weaver', 'person.handle': 'self' },
  );
  adaAs = asMember({ personId: ada.id, handle: ada.handle, name: 'Ada Open' });
  ben = await viewerOf('Ben Reader');
  shy = await viewerOf('Shy Reader', {}, false);
  weaver = await viewerOf('Wen Weaver', { can: ['weaver'] }, false);
  steward = await viewerOf('Sue Steward', { can: ['steward'] });
  group = await makeGroup({ name: 'Led Group', email: 'group@example.org', streetAddress: '1 River Road' });
  await join(ada.id, group.id, { leads: true });
});

describe('contact', () => {
  it.each([
    ['a visitor', () => VISITOR, false],
    ['a member', () => ben, true],
    ['a weaver', () => weaver, true],
  ])('is on no page before it is opened, for %s', async (_, viewer, offered) => {
    const page = await personPage(viewer(), ada.handle, 'en');
    expect(page.contactNoted).toBe(offered ? 90 : null);
    for (const said of [page, await contactOffer(viewer(), person(ada.handle))])
      expect(JSON.stringify(said)).not.toMatch(/ada@|5550|@ada/);
  });

  it('opens as far as it is shared with who opens it, and notes each opening by keys alone', async () => {
    expect(await openContact(VISITOR, person(ada.handle), '')).toEqual({ values: [] });
    const email = { field: 'person.email', value: 'ada@example.org' };
    expect(await openContact(ben, person(ada.handle), '')).toEqual({ values: [email] });
    expect(await openContact(shy, person(ada.handle), '')).toEqual({ values: [email] });
    const phone = { field: 'person.phone', value: '+61 2 5550 0000' };
    expect(await openContact(weaver, person(ada.handle), '')).toEqual({ values: [email, phone] });
    const noted = await openings();
    expect(noted.map((row) => [row.category, row.opener_role])).toEqual([
      ['person.email', null],
      ['person.email', null],
      ['person.email', 'weaver'],
      ['person.phone', 'weaver'],
    ]);
    const written = JSON.stringify(noted);
    for (const word of ['ada@', '5550', 'Ada', 'Ben', ada.id, ben.personId]) expect(written).not.toContain(word);
  });

  it('of oneself is not noted, and of nobody is not there', async () => {
    const before = (await openings()).length;
    expect((await openContact(adaAs, person(ada.handle), '')).values).toHaveLength(1);
    expect((await openings()).length).toBe(before);
    const nobody = { code: 'not_found', message: 'There is nothing here.' };
    await expect(openContact(ben, person('no-such-person'), '')).rejects.toMatchObject(nobody);
    await expect(openContact(ben, person(shy.handle), '')).rejects.toMatchObject(nobody);
  });

  it('tells its owner who opened it, by name where that is shared with them, else as a member or by role', async () => {
    const { entries } = await myContactLog(adaAs);
    expect(
      entries.map(({ who, field }) => [field, who.kind, 'name' in who ? who.name : null, 'role' in who && who.role]),
    ).toEqual(
      expect.arrayContaining([
        ['person.email', 'person', 'Ben Reader', null],
        ['person.email', 'someone', null, null],
        ['person.phone', 'someone', null, 'weaver'],
      ]),
    );
    expect((await myContactLog(ben)).entries).toEqual([]);
  });

  it('of a group is noted for its leads', async () => {
    const { values } = await openContact(ben, { kind: 'group', slug: group.slug }, '');
    expect(values.map(({ value }) => value)).toEqual(['group@example.org', '1 River Road']);
    const { entries } = await myContactLog(adaAs);
    expect(entries.filter((entry) => entry.group?.slug === group.slug)).toHaveLength(2);
    expect((await myContactLog(ben)).entries).toEqual([]);
  });

  it('is forgotten after the 90 days of the policy', async () => {
    const before = (await openings()).length;
    await keepToPeriods(new Date(Date.now() + 89 * 86_400_000));
    expect((await openings()).length).toBe(before);
    await keepToPeriods(new Date(Date.now() + 91 * 86_400_000));
    expect(await openings()).toHaveLength(0);
  });
});

describe('someone who opens very many contacts', () => {
  const noon = new Date(Date.now() - 3_600_000);
  const opened = async (count: number) =>
    writerSql()`
      insert into core.contact_openings (opener_key, person_key, category, opened_at)
      select k.key, gen_random_uuid(), 'person.email', ${noon} from core.subject_keys k, generate_series(1, ${count})
      where k.person_id = ${ben.personId}`;

  it('is shown to stewards from a number on, and to nobody else', async () => {
    await opened(UNUSUAL.hour);
    expect(await unusualOpenings(steward)).toEqual([]);
    await opened(1);
    expect(await unusualOpenings(steward)).toMatchObject([
      { per: 'hour', different: UNUSUAL.hour + 1, role: null, person: { name: 'Ben Reader' } },
    ]);
    await expect(unusualOpenings(weaver)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is told of to stewards by mail, once a day, which names nobody', async () => {
    const teller = await makePerson({ name: 'Tess Told' }, {}, { email: 'told@example.org' });
    await giveRole(teller.accountId, 'steward');
    for (const at of [noon, noon]) await openContact(ben, person(ada.handle), '', at);
    const jobs = await writerSql()<MailJob[]>`
      select id, about, created_at as "createdAt" from core.outbox where template = 'contact-unusual'`;
    expect(jobs.map(({ about }) => about)).toEqual([{ account: teller.accountId }]);
    const mail = await unusualMail(jobs[0] as MailJob);
    expect(mail?.to).toBe('told@example.org');
    const { text } = await renderLetter(mail as Mail);
    expect(text).toContain('/steward/contact');
    expect(text).not.toMatch(/Ben|Ada/);
    await writerSql()`delete from core.role_grants where account_id = ${teller.accountId}`;
    expect(await unusualMail(jobs[0] as MailJob)).toBeNull();
  });

  it('is asked to go on tomorrow beyond another, and what was opened before stays open', async () => {
    await opened(MOST_A_DAY.different - UNUSUAL.hour - 2);
    expect((await openContact(ben, person(ada.handle), '')).values).toHaveLength(1);
    const group = await makeGroup({ name: 'One More', email: 'more@example.org' });
    const more = { kind: 'group' as const, slug: group.slug };
    await expect(openContact(ben, more, '')).rejects.toMatchObject({ code: 'too_many' });
    expect((await openContact(ben, person(ada.handle), '')).values).toHaveLength(1);
    expect((await openContact(ben, more, '', new Date(Date.now() + 86_400_000))).values).toHaveLength(1);
  });
});
