import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { asSelf } from '#db/self.server';
import { erasePeople } from '~/auth/erase-people.server';
import { type SignedIn, VISITOR, type Viewer } from '~/auth/viewer';
import { searchPeople } from '~/features/directory/people-search.server';
import { personPage } from '~/features/directory/person-page.server';
import { parseDirectoryQuery } from '~/features/directory/query';
import { saveObjections } from '~/features/privacy/objections.server';
import { receiptFile } from '~/features/privacy/receipts/receipt-file.server';
import { myReceipts } from '~/features/privacy/receipts/receipts.server';
import { withdrawReceipt } from '~/features/privacy/receipts/withdraw.server';
import { myRelations, saveRelation } from '~/features/privacy/relations/my-relations.server';
import type { Audience } from '~/lib/audience';
import { command } from '~/sharing/command.server';
import { verifyLedger } from '~/sharing/ledger/verify-ledger.server';
import { readAs } from '~/sharing/read.server';
import { closeToRelation, openToRelation } from '~/sharing/relation-grants.server';
import { verifyProjections } from '~/sharing/verify.server';
import { writerSql } from '../../db/writer.server';
import { join, makeGroup, makePerson } from '../factories/people';
import { asMember } from '../factories/viewers';
import { useHub } from '../setup/hub';
import { person, publish, recordsOf, save, sound } from './ledger-support';

useHub();

const LISMORE = 2160063;
const PARIS = 2988507;
const TOWN = { category: 'person.town', relation: 'same_group' } as const;
const SHARED: Record<string, Audience> = {
  'person.name': 'public',
  'person.position': 'member',
  'person.town': 'self',
};

type Made = { id: string; handle: string };
const viewer = ({ id, handle }: Made, more: Parameters<typeof asMember>[0] = {}) =>
  asMember({ personId: id, handle, name: 'Someone', ...more });
const inGroup = async (name: string, group: { id: string } | null, grants = SHARED) => {
  const made = await makePerson({ name, townId: LISMORE }, grants);
  if (group) await join(made.id, group.id);
  return made;
};
const open = ({ id }: Made) => command((unit) => openToRelation(unit, person(id), TOWN, 'words'));
const close = ({ id }: Made) =>
  command((unit) => closeToRelation(unit, person(id), { fields: ['town'], relation: 'same_group' }, 'words'));
const change = ({ id }: Made, statement: ReturnType<typeof sql>) =>
  command(async (unit) => {
    await unit.db.execute(statement);
    unit.personChanged(id);
  });
const rows = async ({ id }: Made) => [...(await writerSql()`select * from core.relation_rows where person_id = ${id}`)];
const place = async (reader: Viewer, { handle }: Made) => (await personPage(reader, handle, 'en')).place;
const notThere = (error: { code?: string }) => (error.code === 'not_found' ? null : Promise.reject(error));
const leave = (who: Made) => change(who, sql`delete from core.positions where person_id = ${who.id}`);
const stand = (who: Made, standing: string) =>
  change(who, sql`update core.people set standing = ${standing} where id = ${who.id}`);

let group: { id: string; slug: string };
let ben: Made;
let cara: Made;

beforeAll(async () => {
  group = await makeGroup({ name: 'River Watch' });
  ben = await inGroup('Ben', group, { 'person.name': 'member' });
  cara = await inGroup('Cara', await makeGroup({ name: 'Elsewhere' }), { 'person.name': 'member' });
});

describe('what is opened to the same group', () => {
  it('is off until it is switched on, and then on the page for members of the group and nobody else', async () => {
    const ada = await inGroup('Ada', group);
    expect([await place(viewer(ben), ada), await rows(ada)]).toEqual([null, []]);
    await open(ada);
    expect(await place(viewer(ben), ada)).toContain('Lismore');
    const others: Viewer[] = [
      VISITOR,
      viewer(cara),
      viewer(cara, { can: ['weaver'] }),
      viewer(cara, { can: ['steward'] }),
      viewer(ben, { standing: 'newcomer' }),
      viewer(ada),
    ];
    for (const other of others) expect(await place(other, ada)).toBeNull();
  });

  it('is found, counted and listed by nobody', async () => {
    const ada = await inGroup('Ada Listed', group);
    const reads = async () =>
      JSON.stringify([
        ...(await Promise.all(
          ['q=Lismore', 'place=Lismore%2C+NSW&within=50', 'q=Ada', `group=${group.slug}`].map((query) =>
            searchPeople(viewer(ben), parseDirectoryQuery(new URLSearchParams(query)), 'en'),
          ),
        )),
        await readAs(viewer(ben))`select * from counts order by 1, 2, 3, 4, 5`,
        await readAs(viewer(ben))`select * from words order by 1, 2`,
      ]);
    const before = await reads();
    await open(ada);
    expect(await reads()).toBe(before);
  });

  it.each<[position: Audience, byMember: boolean, bySteward: boolean]>([
    ['self', false, false],
    ['steward', false, true],
    ['member', true, true],
  ])('stands only where the position reaches the reader: %s', async (position, byMember, bySteward) => {
    const ada = await inGroup('Ada Placed', group, { ...SHARED, 'person.position': position });
    await open(ada);
    expect((await place(viewer(ben), ada)) !== null).toBe(byMember);
    expect((await place(viewer(ben, { can: ['steward'] }), ada)) !== null).toBe(bySteward);
  });

  it('tells a reader who is in no group of theirs nothing, whatever it is', async () => {
    const ada = await inGroup('Ada Two Worlds', group);
    const looks = async () =>
      JSON.stringify(
        await Promise.all([
          personPage(viewer(cara), ada.handle, 'en'),
          personPage(viewer(cara, { can: ['steward'] }), ada.handle, 'en'),
          personPage(viewer(ada), ada.handle, 'en'),
          asSelf(cara.id, (own) => own`select * from core.relation_rows where person_id = ${ada.id}`),
        ]),
      );
    const first = await looks();
    const step = fc.constantFrom(
      () => open(ada),
      () => close(ada),
      () => change(ada, sql`update core.people set town_id = ${LISMORE} where id = ${ada.id}`),
      () => change(ada, sql`update core.people set town_id = ${PARIS} where id = ${ada.id}`),
    );
    await fc.assert(
      fc.asyncProperty(step, async (next) => {
        await next();
        expect(await looks()).toBe(first);
      }),
      { numRuns: 12 },
    );
  });
});

describe('what was opened is gone at once', () => {
  const untold: [what: string, end: (ada: Made) => Promise<unknown>][] = [
    ['taken back', close],
    ['out of the group', leave],
    ['without a town', (ada) => change(ada, sql`update core.people set town_id = null where id = ${ada.id}`)],
    ['objected to', (ada) => saveObjections(viewer(ada), objecting('directory', 'map'))],
  ];
  const objecting = (...purposes: string[]) => {
    const form = new FormData();
    for (const purpose of purposes) form.append('objects', purpose);
    return form;
  };

  it.each(untold)('once it is %s', async (_what, end) => {
    const ada = await inGroup('Ada Ending', group);
    await open(ada);
    expect(await place(viewer(ben), ada)).not.toBeNull();
    await end(ada);
    expect([await rows(ada), await place(viewer(ben), ada).catch(notThere)]).toEqual([[], null]);
    expect(await sound()).toBe(true);
  });

  it.each(['hidden', 'held', 'newcomer'])('once they are %s', async (standing) => {
    const ada = await inGroup('Ada Standing', group);
    await open(ada);
    await stand(ada, standing);
    expect(await rows(ada)).toEqual([]);
    await stand(ada, 'member');
    expect(await place(viewer(ben), ada)).toContain('Lismore');
  });

  it('once the reader is out of the group, or one of both blocks the other', async () => {
    const [ada, eve] = [await inGroup('Ada Kept', group), await inGroup('Eve', group)];
    await open(ada);
    const seen = async () =>
      (await asSelf(eve.id, (own) => own`select from core.relation_rows where person_id = ${ada.id}`)).length;
    expect(await seen()).toBe(1);
    for (const [one, other] of [
      [ada, eve],
      [eve, ada],
    ] as const) {
      await writerSql()`insert into core.blocks (person_id, blocked_id) values (${one.id}, ${other.id})`;
      expect(await seen()).toBe(0);
      const steward = viewer(eve, { can: ['steward'], apart: [ada.id] });
      expect((await personPage(steward, ada.handle, 'en')).place).toBeNull();
      await expect(personPage(viewer(eve, { apart: [ada.id] }), ada.handle, 'en')).rejects.toMatchObject({
        code: 'not_found',
      });
      await writerSql()`delete from core.blocks`;
    }
    await leave(eve);
    expect([await seen(), await place(viewer(eve), ada)]).toEqual([0, null]);
  });

  it('once the policy lists it no longer, and opens nothing by itself when it is listed again', async () => {
    const ada = await inGroup('Ada Policy', group);
    await open(ada);
    await publish((text) => text.replace('relations: [same_group, same_circle]', 'relations: [same_circle]'));
    expect([await rows(ada), await place(viewer(ben), ada), await myRelations(viewer(ada), 'en')]).toEqual([
      [],
      null,
      [],
    ]);
    await expect(open(ada)).rejects.toMatchObject({ code: 'invalid' });
    await publish();
    expect([await rows(ada), await place(viewer(ben), ada)]).toEqual([[], null]);
    expect(await myRelations(viewer(ada), 'en')).toMatchObject([{ ...TOWN, on: false }]);
    await open(ada);
    expect(await place(viewer(ben), ada)).toContain('Lismore');
    await close(ada);
    expect([await rows(ada), await sound()]).toEqual([[], true]);
  });

  it('once they are deleted, with the record of it alone left', async () => {
    const ada = await inGroup('Ada Erased', group);
    await open(ada);
    await command((unit) => erasePeople(unit, [ada.id]));
    const left = await writerSql()`
      select (select count(*) from core.relation_rows where person_id = ${ada.id})
        + (select count(*) from core.relation_grants where ${ada.id} in (subject_id, given_by)) as n`;
    expect([Number(left[0]?.n), await sound()]).toEqual([0, true]);
  });
});

describe('the rows of relations', () => {
  it('are read by people of the group they are made for, whatever is asked for', async () => {
    const ada = await inGroup('Ada Rows', group);
    await open(ada);
    const all = (who: Made) =>
      asSelf(who.id, (own) => own<{ person_id: string }[]>`select person_id from core.relation_rows`);
    expect((await all(ben)).map((row) => row.person_id)).toContain(ada.id);
    expect([...(await all(cara)), ...(await all({ ...ada, id: cara.id }))]).toEqual([]);
    expect((await all(ada)).map((row) => row.person_id)).not.toContain(ada.id);
    await stand(ben, 'hidden');
    expect([...(await all(ben))]).toEqual([]);
    await stand(ben, 'member');
    await expect(asSelf(ben.id, (own) => own`delete from core.relation_rows`)).rejects.toThrow();
    for (const reader of [VISITOR, viewer(ben), viewer(ben, { can: ['steward'] })])
      await expect(readAs(reader)`select from core.relation_rows`).rejects.toThrow(/permission denied/);
  });

  it('are made anew by a rebuild, which finds what was planted', async () => {
    const ada = await inGroup('Ada Rebuilt', group);
    await open(ada);
    expect(await verifyProjections()).toEqual([]);
    await writerSql()`update core.relation_rows set fields = '{"town": {"town_id": 1}}' where person_id = ${ada.id}`;
    expect(await verifyProjections()).toEqual([{ table: 'core.relation_rows', surplus: 1, missing: 1 }]);
    await change(ada, sql`select`);
    await writerSql()`delete from core.relation_rows where person_id = ${ada.id}`;
    expect(await verifyProjections()).toEqual([{ table: 'core.relation_rows', surplus: 0, missing: 1 }]);
    await change(ada, sql`select`);
    expect(await verifyProjections()).toEqual([]);
  });
});

describe('the ledger of relations', () => {
  it('tells of each, and finds what stands without its record or otherwise', async () => {
    const ada = await inGroup('Ada Ledger', group, {});
    await save(person(ada.id), ['person.town', 'self']);
    await open(ada);
    await open(ada);
    await close(ada);
    await close(ada);
    await open(ada);
    const told = [...(await recordsOf(ada.id))]
      .slice(1)
      .map(({ event, method, audience, mine }) => [event, method, audience, mine]);
    expect(told).toEqual([
      ['given', 'form', 'self', true],
      ['withdrawn', 'withdrawal', 'self', true],
      ['given', 'form', 'self', true],
    ]);
    expect(await sound()).toBe(true);
    const [row] = await writerSql()`delete from core.relation_grants where subject_id = ${ada.id} returning *`;
    expect(await verifyLedger()).toMatchObject({ unkept: 1 });
    await writerSql()`insert into core.relation_grants ${writerSql()({ ...row, words_sha256: 'others' })}`;
    expect(await verifyLedger()).toMatchObject({ differing: 1 });
    await writerSql()`update core.relation_grants set relation = 'same_circle' where subject_id = ${ada.id}`;
    expect(await verifyLedger()).toMatchObject({ unrecorded: 1, unkept: 1, differing: 0 });
    await writerSql()`update core.relation_grants set relation = 'same_group', words_sha256 = 'words' where subject_id = ${ada.id}`;
    expect(await sound()).toBe(true);
  });

  it('gives a receipt that says it in words, by which it is taken back in one press', async () => {
    const ada = await inGroup('Ada Receipt', group, {});
    const me = viewer(ada);
    await press(me, 'on');
    const [given] = (await myReceipts(me, null, 'en')).receipts;
    expect(given).toMatchObject({ stands: true, sentence: 'Members of the groups you are in see your town.' });
    const file = await (await receiptFile(me, given?.id ?? '', 'en')).json();
    expect(file.pii_processing.purposes[0].shown_to).toBe('same_group');
    await withdrawReceipt(me, given?.id ?? '', 'en');
    expect((await myReceipts(me, null, 'en')).receipts).toMatchObject([
      { event: 'withdrawn', stands: false, sentence: 'Nobody sees your town for being in the same group as you.' },
      { event: 'given', stands: false },
    ]);
    expect([await rows(ada), await sound()]).toEqual([[], true]);
  });
});

async function press(me: SignedIn, to: 'on' | 'off', other: Record<string, string> = {}) {
  const [shown] = await myRelations(me, 'en');
  const form = new FormData();
  const sent = { ...TOWN, policy: shown?.policySha256 ?? '', words: shown?.wordsSha256 ?? '', to, ...other };
  for (const [name, value] of Object.entries(sent)) form.append(name, value);
  return saveRelation(me, form, 'en');
}

describe('a switch', () => {
  it('says what it opens, and is on for whoever pressed it', async () => {
    const me = viewer(await inGroup('Ada Switch', group));
    const shown = { ...TOWN, label: 'Town', words: 'Members of the groups you are in see your town.' };
    expect(await myRelations(me, 'en')).toMatchObject([{ ...shown, on: false }]);
    expect(await press(me, 'on')).toBe('opened');
    expect(await myRelations(me, 'en')).toMatchObject([{ ...shown, on: true }]);
    expect(await press(me, 'off')).toBe('closed');
    expect(await myRelations(me, 'en')).toMatchObject([{ ...shown, on: false }]);
  });

  it('opens under the words and the policy that were shown, and closes however old the page is', async () => {
    const ada = await inGroup('Ada Stale', group);
    const me = viewer(ada);
    const odd: Record<string, string>[] = [
      { words: 'others' },
      { policy: 'another' },
      { category: 'person.phone' },
      { relation: 'connection' },
    ];
    for (const other of odd) expect(await press(me, 'on', other)).toBe('stale');
    expect(await rows(ada)).toEqual([]);
    await press(me, 'on');
    expect(await press(me, 'off', { words: 'others', policy: 'another' })).toBe('closed');
    expect(await rows(ada)).toEqual([]);
    const none: Record<string, string>[] = [{ relation: 'friend' }, { to: 'maybe' }, { more: 'x' }];
    for (const other of none) await expect(press(me, 'on', other)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('wants a fresh proof to open and none to close', async () => {
    const ada = await inGroup('Ada Proof', group);
    const { accountId } = await makePerson({ name: 'Of an account' }, {}, { email: 'proof@example.org' });
    await writerSql()`insert into core.recovery_codes (account_id, hash) values (${accountId}, 'a hash')`;
    const old = viewer(ada, { provedAt: new Date(0), accountId: accountId ?? '' });
    expect([await press(old, 'on'), await rows(ada)]).toEqual(['prove', []]);
    await press(viewer(ada), 'on');
    expect([await press(old, 'off'), await rows(ada)]).toEqual(['closed', []]);
  });
});
