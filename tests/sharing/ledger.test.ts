import fc from 'fast-check';
import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { erasePeople } from '~/auth/erase-people.server';
import type { Audience } from '~/lib/audience';
import { command } from '~/sharing/command.server';
import { eraseGrants } from '~/sharing/grants.server';
import { carryOver, carryOverOnce } from '~/sharing/ledger/carry-over.server';
import { isSound, verifyLedger } from '~/sharing/ledger/verify-ledger.server';
import { writerSql } from '../../db/writer.server';
import { join, makeGroup, makePerson } from '../factories/people';
import { hubChild } from '../integration/operate/child-import';
import { cases } from '../setup/cases';
import { useHub } from '../setup/hub';
import { person, publish, recordsOf, save, sound } from './ledger-support';

const hub = useHub();
const erase = (id: string) => command((unit) => erasePeople(unit, [id]));

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
      { ...cases(12), endOnFailure: true },
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
