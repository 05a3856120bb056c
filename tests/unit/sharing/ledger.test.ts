import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ChainedRecord, chained, firstBroken, type LedgerRecord, NO_RECORD } from '~/sharing/ledger/chain';
import { cases } from '../../setup/cases';

const record = (category: string): Omit<LedgerRecord, 'seq'> => ({
  ...{ id: category, at: '2026-01-01T00:00:00.000Z', subjectKey: 'a key', actorKey: 'another', category },
  ...{ audience: 'member', relation: null, purposes: ['directory', 'map'], policySha256: 'p', wordsSha256: 'w' },
  ...{ event: 'given', method: 'form' },
});

const chain = fc.array(fc.string(), { minLength: 1, maxLength: 12 }).map((all) => chained(all.map(record), null));

it('is whole as it was written, in one go or after what stands', () => {
  fc.assert(
    fc.property(chain, fc.nat(), (records, cut) => {
      const [before, after] = [records.slice(0, cut % records.length), records.slice(cut % records.length)];
      const last = before.at(-1) ?? null;
      expect(firstBroken(records)).toBeNull();
      expect(firstBroken(after, last)).toBeNull();
      expect(chained(after, last)).toEqual(after);
    }),
    cases(),
  );
});

const EDITS = fc.constantFrom<[keyof ChainedRecord, unknown]>(
  ...([
    ['id', 'not what stood here'],
    ['at', '2026-01-01T00:00:00.001Z'],
    ['subjectKey', 'x'],
    ['actorKey', 'hub'],
    ['category', 'not what stood here'],
    ['audience', 'public'],
    ['relation', 'connection'],
    ['purposes', ['directory']],
    ['policySha256', 'x'],
    ['wordsSha256', 'x'],
    ['event', 'withdrawn'],
    ['method', 'lead'],
    ['previousHash', 'x'],
    ['hash', 'x'],
  ] as [keyof ChainedRecord, unknown][]),
);

it('shows where any part of a record was changed', () => {
  fc.assert(
    fc.property(chain, fc.nat(), EDITS, (records, which, [field, value]) => {
      const at = which % records.length;
      const edited = records.map((each, n) => (n === at ? { ...each, [field]: value } : each));
      expect(firstBroken(edited)).toBe(at + 1);
    }),
    cases(),
  );
});

it('shows where a record was taken out, put in twice, or exchanged with its neighbour', () => {
  fc.assert(
    fc.property(chain, fc.nat(), (records, which) => {
      const at = which % records.length;
      const [before, at1, after] = [records.slice(0, at), records.slice(at, at + 1), records.slice(at + 1)];
      if (after.length > 0) expect(firstBroken([...before, ...after])).toBe(at + 1);
      expect(firstBroken([...before, ...at1, ...at1, ...after])).toBe(at + 2);
      if (after.length > 0) expect(firstBroken([...before, ...after.slice(0, 1), ...at1])).toBe(at + 1);
    }),
    cases(),
  );
});

it('begins with the first number and after nothing', () => {
  expect(NO_RECORD).toMatch(/^0{64}$/);
  expect(chained([record('a')], null)).toMatchObject([{ seq: 1, previousHash: NO_RECORD }]);
  const late = chained([record('a'), record('b')], { seq: 5, hash: NO_RECORD });
  expect(late.map(({ seq }) => seq)).toEqual([6, 7]);
  expect(firstBroken(late)).toBe(1);
  expect(firstBroken([])).toBeNull();
});
