import { describe, expect, it } from 'vitest';
import { facetView } from '../../../app/features/directory/list-view';
import { parseDirectoryQuery } from '../../../app/features/directory/query';

const terms = Array.from({ length: 12 }, (_, at) => ({ value: `t${at}`, key: `${at}`, label: `Topic ${at + 10}` }));
const counts = (rows: number[], capped = false) => ({
  total: 99,
  capped,
  byFacet: { interest: Object.fromEntries(rows.map((count, at) => [`${at}`, count])) },
});
const view = (address: string, rows: number[], capped = false) =>
  facetView('interest', terms, counts(rows, capped), parseDirectoryQuery(new URLSearchParams(address)), String);
const values = (found: ReturnType<typeof view>) => found.options.map((option) => option.value);
const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

describe('the choices of a list', () => {
  it('are those with most hits, and say how many are left out', () => {
    const found = view('', all);
    expect(values(found)).toEqual(['t11', 't10', 't9', 't8', 't7', 't6']);
    expect(found.more).toBe(6);
    expect(found.options[0]).toEqual({ value: 't11', label: 'Topic 21', count: '12' });
  });

  it('hold those made already, wherever they stand and even if nothing has them', () => {
    const found = view('interest=t1&interest=t0', [0, ...all.slice(1)]);
    expect(values(found)).toEqual(['t11', 't10', 't9', 't8', 't7', 't6', 't1', 't0']);
    expect(found.options.filter((option) => option.checked).map((option) => option.value)).toEqual(['t1', 't0']);
    expect(found.more).toBe(4);
  });

  it('are all there where asked for, and where leaving out would spare two', () => {
    expect(view('all=interest', all)).toMatchObject({ more: 0, options: { length: 12 } });
    expect(view('all=skill', all)).toMatchObject({ more: 6 });
    expect(view('', all.slice(0, 8))).toMatchObject({ more: 0, options: { length: 8 } });
  });

  it('have no counts where there are too many hits to count, and leave none out for having none', () => {
    const found = view('all=interest', [], true);
    expect(values(found)).toHaveLength(12);
    expect(found.options.every((option) => option.count === undefined)).toBe(true);
  });
});
