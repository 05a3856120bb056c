import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { afterSignIn } from '~/auth/after-sign-in.server';
import { erasePeople } from '~/auth/erase-people.server';
import type { SignedIn } from '~/auth/viewer';
import { answerQuestions } from '~/features/privacy/changes/answer.server';
import { countMyQuestions, myQuestions, readField } from '~/features/privacy/changes/questions.server';
import { publishPolicy } from '~/features/privacy/publish-policy.server';
import type { Audience } from '~/lib/audience';
import { command } from '~/sharing/command.server';
import { eraseGrants, type GrantSubject, saveGrants } from '~/sharing/grants.server';
import { carryOver, carryOverOnce } from '~/sharing/ledger/carry-over.server';
import { isSound, verifyLedger } from '~/sharing/ledger/verify-ledger.server';
import { readPolicyInForce } from '~/sharing/policies.server';
import document from '~/sharing/policy/default.md?raw';
import { writerSql } from '../../db/writer.server';
import { join, makeGroup, makePerson, SYSTEM } from '../factories/people';
import { asMember } from '../factories/viewers';
import { hubChild } from '../integration/operate/child-import';
import { useHub } from '../setup/hub';

const hub = useHub();
const sound = async () => isSound(await verifyLedger());

const save = (subject: GrantSubject, ...choices: [category: string, audience: Audience][]) =>
  command((unit) =>
    saveGrants(
      unit,
      subject,
      choices.map(([category, audience]) => ({ category, audience, wordsSha256: 'words' })),
    ),
  );
const person = (id: string): GrantSubject => ({ kind: 'person', id, givenBy: id });
const erase = (id: string) => command((unit) => erasePeople(unit, [id]));

const recordsOf = (id: string) =>
  writerSql()`
    select c.category, c.audience, c.event, c.method, c.actor_key = doer.key::text as mine, c.purposes
    from core.consents c left join core.subject_keys p on p.key = c.subject_key
    left join core.group_keys g on g.key = c.subject_key left join core.subject_keys doer on doer.key::text = c.actor_key
    where ${id} in (p.person_id, g.group_id) order by c.seq`;

const today = new Date().toISOString().slice(0, 10);
/** Publishes the shipped policy with a change as the next version. */
async function publish(change: (text: string) => string = (text) => text, effective = today): Promise<void> {
  const version = ((await readPolicyInForce(writerSql()))?.version ?? 0) + 1;
  await publishPolicy(
    SYSTEM,
    change(document)
      .replace(/^version: .*$/m, `version: ${version}`)
      .replace(/^effective: .*$/m, `effective: ${effective}`),
  );
}

describe('the ledger of consents', () => {
  it('tells of every choice, whose it is, who made it and what for', async () => {
    const { id } = await makePerson({ name: 'Ana' }, { 'person.name': 'member' });
    await save(person(id), ['person.name', 'self']);
    const lead = await makePerson({ name: 'Lead' });
    const group = await makeGroup();
    await join(lead.id, group.id, { leads: true });
    await save({ kind: 'group', id: group.id, givenBy: lead.id }, ['group.contact', 'public']);
    expect([...(await recordsOf(id))]).toEqual([
      {
        ...{ category: 'person.name', audience: 'member', event: 'given', method: 'form', mine: true },
        purposes: ['directory'],
      },
      expect.objectContaining({ audience: 'self', event: 'withdrawn' }),
    ]);
    expect([...(await recordsOf(group.id))]).toEqual([
      expect.objectContaining({ category: 'group.contact', audience: 'public', method: 'lead', mine: true }),
    ]);
    expect(await sound()).toBe(true);
  });

  it('has no record of a group that stands where the policy proposes', async () => {
    expect([...(await recordsOf((await makeGroup()).id))]).toEqual([]);
  });

  it('plays back to what stands after anything that was done, one by one or at once', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => makePerson()));
    const groups = await Promise.all([makeGroup(), makeGroup()]);
    const audience = fc.constantFrom<Audience>('self', 'weaver', 'member');
    const act = fc.oneof(
      fc.record({ who: fc.nat(3), category: fc.constantFrom('person.name', 'person.about', 'person.phone'), audience }),
      fc.record({ group: fc.nat(1), category: fc.constantFrom('group.profile', 'group.contact'), audience }),
      fc.record({ erased: fc.nat(1) }),
    );
    const regroup = (text: string) =>
      text
        .replace('fields: [headline, bio, ', 'fields: [bio, ')
        .replace('fields: [name, alias, pronouns]', 'fields: [name, alias, pronouns, headline]');
    let version = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), fc.boolean(), async (acts, atOnce) => {
        const run = async (each: (typeof acts)[number]) => {
          if ('who' in each)
            await save(person(people[each.who]?.id ?? ''), [each.category, each.audience], ['person.town', 'self']);
          else if ('group' in each) {
            const [subject, choice] = [groups[each.group], [each.category, each.audience]] as const;
            await save({ kind: 'group', id: subject?.id ?? '', givenBy: people[0]?.id ?? null }, [...choice]);
          } else {
            const { id } = await makePerson({}, { 'person.name': 'public', 'person.about': 'member' });
            if (each.erased === 0) await erase(id);
            else await command((unit) => eraseGrants(unit, 'person', [id]));
          }
        };
        if (atOnce) await Promise.all(acts.map(run));
        else for (const each of acts) await run(each);
        version += 1;
        if (version % 4 === 0) await publish(version % 8 === 0 ? undefined : regroup);
        expect(await verifyLedger()).toEqual({ broken: null, unrecorded: 0, unkept: 0, differing: 0 });
      }),
      { numRuns: Number(process.env.HUB_LEDGER_RUNS ?? 12), endOnFailure: true },
    );
    await publish();
    const { id } = await makePerson({}, { 'person.about': 'member' });
    await publish(regroup);
    await save(person(id), ['person.about', 'self']);
    expect((await recordsOf(id)).map(({ event, method }) => `${event} ${method}`)).toEqual([
      ...['given form', 'given kept', 'withdrawn form'],
    ]);
    expect(await sound()).toBe(true);
    await publish();
  });

  it('says that consents were withdrawn with someone who was erased, and of nobody whose', async () => {
    const { id } = await makePerson({}, { 'person.name': 'public', 'person.phone': 'member' });
    const [{ key } = { key: '' }] = await writerSql()`select key from core.subject_keys where person_id = ${id}`;
    await erase(id);
    const of = await writerSql()`select event, method from core.consents where subject_key = ${key} order by seq`;
    expect(of.map(({ event, method }) => `${event} ${method}`)).toEqual([
      ...['given form', 'given form'],
      ...['withdrawn erased', 'withdrawn erased'],
    ]);
    expect([...(await recordsOf(id))]).toEqual([]);
    expect(await sound()).toBe(true);
  });

  it('takes in what was saved before there was one, once', async () => {
    const { id } = await makePerson();
    const group = await makeGroup();
    await writerSql()`
      insert into core.sharing_grants (subject_id, subject, category, audience, words_sha256, policy_sha256, given_by, created_at)
      select x.id, x.subject, x.category, 'member', 'w', sha256, ${id}, '2020-02-02T02:02:02Z' from ref.policies,
        (values (${id}::uuid, 'person', 'person.name'), (${group.id}::uuid, 'group', 'group.contact')) x(id, subject, category)
      where in_force`;
    expect(await verifyLedger()).toMatchObject({ unrecorded: 2 });
    expect(await command(carryOverOnce)).toBe(0);
    expect(await command(carryOver)).toBe(2);
    expect(await command(carryOver)).toBe(0);
    expect(await sound()).toBe(true);
    for (const subject of [id, group.id])
      expect([...(await recordsOf(subject))]).toEqual([
        expect.objectContaining({ audience: 'member', event: 'given', method: 'carried_over', mine: true }),
      ]);
  });

  it('cannot be changed by the hub itself', async () => {
    for (const statement of ["update core.consents set audience = 'x'", 'delete from core.consents'])
      await expect(writerSql().unsafe(statement)).rejects.toThrow(/permission denied/);
  });
});

describe('a newer policy that allows more', () => {
  const widenedRules = (text: string) =>
    text
      .replace(/(person\.joined: .*)ceiling: member/, '$1ceiling: public')
      .replace(/(person\.about: .*)purposes: \[directory\]/, '$1purposes: [directory, alerts]')
      .replace(/(group\.contact: .*)purposes: \[introductions\]/, '$1purposes: [introductions, alerts]');
  const viewerOf = ({ id, accountId }: { id: string; accountId: string | null }, given: Partial<SignedIn> = {}) =>
    asMember({ personId: id, accountId: accountId ?? '', ...given });
  const SHARED = { 'person.name': 'public', 'person.joined': 'member', 'person.about': 'member' } as const;

  /** Someone who shared something before the policy got wider, and leads a group. */
  async function sharer(given: Partial<SignedIn> = {}) {
    await publish();
    const profile = { name: 'Ana', headline: 'Counts frogs' };
    const made = await makePerson(profile, SHARED, { email: `${randomUUID()}@example.org`, joinedOn: '2026-01-15' });
    const group = await makeGroup({ name: 'Led', email: 'led@example.org' }, {}, { 'group.contact': 'member' });
    await join(made.id, group.id, { leads: true });
    await publish(widenedRules);
    return { viewer: viewerOf(made, given), id: made.id, group };
  }

  /** The form of the page with these answers; what stood beside each question goes along. */
  async function formFor(viewer: SignedIn, answers: Record<string, string>): Promise<FormData> {
    const { policy, asked } = await myQuestions(viewer, 'en');
    const form = new FormData();
    form.set('policy', policy.sha256);
    for (const { field, wordsSha256 } of asked.flatMap(({ questions }) => questions)) {
      form.set(readField(field), wordsSha256);
      if (answers[field]) form.set(field, answers[field]);
    }
    return form;
  }
  const fieldsAsked = async (viewer: SignedIn) =>
    (await myQuestions(viewer, 'en')).asked.flatMap(({ questions }) => questions.map(({ field }) => field));
  const answers = async (viewer: SignedIn, given: Record<string, string>) =>
    (await answerQuestions(viewer, await formFor(viewer, given), 'en')).kind;
  const choices = async (id: string) =>
    Object.fromEntries(
      (await writerSql()`select category, audience from core.sharing_grants where subject_id = ${id} order by 1`).map(
        ({ category, audience }) => [category, audience],
      ),
    );

  it('asks who shares something, in sentences, and changes nothing until they agree', async () => {
    const { viewer, id, group } = await sharer();
    expect((await myQuestions(viewer, 'en')).asked).toEqual([
      {
        ...{ slug: null, name: null },
        questions: [
          expect.objectContaining({
            field: ':person.about',
            changes: [expect.stringContaining('Used for')],
            now: expect.stringContaining('Members of this network see'),
          }),
          expect.objectContaining({
            field: ':person.joined',
            now: 'Members of this network see the month you joined.',
            agreed: 'Anyone on the internet sees the month you joined.',
          }),
        ],
      },
      { slug: group.slug, name: 'Led', questions: [expect.objectContaining({ field: `${group.slug}:group.contact` })] },
    ]);
    expect(await choices(id)).toEqual(SHARED);
    expect(await answers(viewer, {})).toBe('empty');
    expect(await answers(viewer, { ':person.joined': 'agree', ':person.about': 'leave' })).toBe('saved');
    expect(await choices(id)).toEqual({ ...SHARED, 'person.joined': 'public' });
    expect((await recordsOf(id)).slice(3).map(({ category, event, method }) => [category, event, method])).toEqual([
      ['person.about', 'refused', 'new_policy'],
      ['person.joined', 'given', 'new_policy'],
    ]);
    expect(await fieldsAsked(viewer)).toEqual([`${group.slug}:group.contact`]);
    expect(await sound()).toBe(true);
    await publish((text) => `${widenedRules(text)} `);
    expect(await fieldsAsked(viewer)).toEqual([':person.about', `${group.slug}:group.contact`]);
  });

  it('leads somebody who signs in to it once for each version, and then where they want to go', async () => {
    const { viewer } = await sharer();
    const to = '/people?q=frogs';
    expect(await afterSignIn(viewer.accountId, to)).toBe(`/settings/sharing/changes?to=${encodeURIComponent(to)}`);
    expect(await afterSignIn(viewer.accountId, to)).toBe(to);
    expect(await countMyQuestions(viewer)).toBe(3);
    await publish((text) => `${widenedRules(text)} `);
    expect(await afterSignIn(viewer.accountId, to)).not.toBe(to);
    const nobody = await makePerson({}, {}, { email: 'nothing@example.org' });
    expect(await afterSignIn(nobody.accountId ?? '', to)).toBe(to);
  });

  it('asks nothing before the day it names, and newcomers nothing about groups', async () => {
    const { viewer, id } = await sharer();
    await publish();
    await publish(widenedRules, '2999-01-01');
    expect(await fieldsAsked(viewer)).toEqual([]);
    await publish(widenedRules);
    await writerSql()`update core.people set standing = 'newcomer' where id = ${id}`;
    expect(await fieldsAsked(viewer)).toEqual([':person.about', ':person.joined']);
  });

  it.each<[what: string, change: (form: FormData) => void, kind: string]>([
    ['of an older policy', (form) => form.set('policy', '0'.repeat(64)), 'stale'],
    ['with other words', (form) => form.set(':person.joined.words', 'x'), 'stale'],
    ['about what is not asked', (form) => form.set(':person.name', 'agree'), 'stale'],
    ['of an unknown category', (form) => form.set(':person.shoe_size', 'agree'), 'invalid'],
    ['about a group of others', (form) => form.set('others:group.contact', 'agree'), 'invalid'],
    ['with an unknown answer', (form) => form.set(':person.about', 'continue'), 'invalid'],
  ])('takes no form %s, not even in part', async (_what, change, kind) => {
    const { viewer, id } = await sharer();
    const form = await formFor(viewer, { ':person.joined': 'agree' });
    change(form);
    expect(await answerQuestions(viewer, form, 'en')).toMatchObject({ kind, answers: { ':person.joined': 'agree' } });
    expect(await choices(id)).toEqual(SHARED);
    expect(await countMyQuestions(viewer)).toBe(3);
  });

  it('takes one answer of two devices at once, and tells the other', async () => {
    const { viewer, id } = await sharer();
    const [agree, leave] = [
      await formFor(viewer, { ':person.joined': 'agree' }),
      await formFor(viewer, { ':person.joined': 'leave', ':person.about': 'agree' }),
    ];
    const kinds = await Promise.all(
      [agree, leave].map(async (form) => (await answerQuestions(viewer, form, 'en')).kind),
    );
    expect([...kinds].sort()).toEqual(['saved', 'stale']);
    expect((await choices(id))['person.joined']).toBe(kinds[0] === 'saved' ? 'public' : 'member');
    expect(await sound()).toBe(true);
  });

  it('wants a proof of the last minutes before more is shared, and none for leaving it', async () => {
    const { viewer, id } = await sharer({ proof: 'mail', provedAt: new Date(0), hasFactor: true });
    await writerSql()`
      insert into core.passkeys (id, account_id, public_key, counter, name) values ('key', ${viewer.accountId}, '', 0, '')`;
    expect(await answers(viewer, { ':person.joined': 'agree', ':person.about': 'leave' })).toBe('prove');
    expect(await choices(id)).toEqual(SHARED);
    expect(await answers(viewer, { ':person.about': 'leave' })).toBe('saved');
  });

  it('shows nobody more of whoever did not agree, whatever else they answer', async () => {
    const seen = (audience: string, id: string) =>
      writerSql().unsafe(`select * from proj_${audience}.people where person_id = '${id}'`);
    const answer = fc.constantFrom('agree', 'leave', 'skip');
    await fc.assert(
      fc.asyncProperty(answer, answer, async (about, phone) => {
        const { viewer, id } = await sharer();
        const before = await Promise.all([seen('public', id), seen('member', id)]);
        await answers(viewer, { ':person.about': about, ':person.joined': phone });
        const after = await Promise.all([seen('public', id), seen('member', id)]);
        if (phone !== 'agree') expect(after).toEqual(before);
        else expect(after[0]).not.toEqual(before[0]);
        expect((await choices(id))['person.about']).toBe('member');
      }),
      { numRuns: 5, endOnFailure: true },
    );
    expect(await sound()).toBe(true);
  });
});

describe('somebody at the database who', () => {
  const asOwner = async <T>(work: (owner: postgres.TransactionSql) => Promise<T>): Promise<T> => {
    const owner = postgres(hub.database().urls.owner, { max: 1, onnotice: () => undefined });
    return owner.begin(work).finally(() => owner.end()) as Promise<T>;
  };

  it.each(["update core.consents set audience = 'public'", 'delete from core.consents'])(
    'owns it and runs %s, is refused as well',
    async (statement) => {
      await expect(asOwner((owner) => owner.unsafe(statement))).rejects.toThrow('stands as it is');
    },
  );

  it.each<[what: string, statement: string, found: object]>([
    ['edits a record', "update core.consents set words_sha256 = 'other' where seq = 2", { broken: 2 }],
    ['takes one out', 'delete from core.consents where seq = 3', { broken: 3 }],
    [
      'takes the newest out',
      'delete from core.consents where seq = (select max(seq) from core.consents)',
      { unrecorded: 1 },
    ],
    [
      'widens a choice past it',
      "update core.sharing_grants set audience = 'public' where category = 'person.name'",
      {},
    ],
    ['takes a choice away past it', "delete from core.sharing_grants where category = 'person.name'", {}],
  ])('%s is found out', async (_what, statement, found) => {
    await makePerson({}, { 'person.name': 'member' });
    const { records, grants } = await asOwner(async (owner) => {
      await owner`alter table core.consents disable trigger user`;
      const kept = {
        records: await owner`select * from core.consents`,
        grants: await owner`select * from core.sharing_grants`,
      };
      await owner.unsafe(statement);
      return kept;
    });
    const damage = await verifyLedger();
    expect(isSound(damage)).toBe(false);
    expect(damage).toMatchObject(found);
    await asOwner(async (owner) => {
      await owner`delete from core.consents`;
      await owner`delete from core.sharing_grants`;
      await owner`insert into core.consents ${owner(records)}`;
      await owner`insert into core.sharing_grants ${owner(grants)}`;
      await owner`alter table core.consents enable trigger user`;
    });
    expect(await sound()).toBe(true);
  });

  it('is told on by hub sharing verify', async () => {
    const { id } = await makePerson({}, { 'person.name': 'member' });
    await writerSql()`update core.sharing_grants set audience = 'public' where subject_id = ${id}`;
    const { code, out } = await hubChild(hub.database(), ['sharing', 'verify']).ended;
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('Ledger of consents: choices that stand otherwise than recorded: 1.'),
    ]);
  });
});
