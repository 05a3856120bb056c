import { expect, it } from 'vitest';
import { AUDIENCES, type Audience, READER_AUDIENCES } from '~/lib/audience';
import type { Standing } from '~/lib/standing';
import { effectiveForGroup, effectiveForPerson, isShown } from '~/sharing/effective';

const open = { ceiling: 'public', default: 'member' } as const;
const closed = { ceiling: 'weaver', default: 'steward' } as const;

it.each<
  [rule: typeof open | typeof closed | undefined, granted: Audience | undefined, standing: Standing, to: Audience]
>([
  [undefined, 'public', 'member', 'self'],
  [undefined, 'public', 'imported', 'self'],
  [open, undefined, 'member', 'self'],
  [open, 'public', 'member', 'public'],
  [open, 'steward', 'member', 'steward'],
  [closed, 'public', 'member', 'weaver'],
  [open, 'public', 'newcomer', 'weaver'],
  [open, 'steward', 'newcomer', 'steward'],
  [open, 'public', 'hidden', 'self'],
  [open, 'public', 'held', 'self'],
  [open, undefined, 'imported', 'steward'],
  [open, 'public', 'imported', 'steward'],
  [{ ...open, ceiling: 'public' }, 'self', 'imported', 'steward'],
])('a field of a person under %o, shared with %s, as %s, goes to %s', (rule, granted, standing, to) => {
  expect(effectiveForPerson(rule, granted, standing)).toBe(to);
});

it.each<[rule: typeof open | typeof closed | undefined, granted: Audience | undefined, to: Audience]>([
  [undefined, 'public', 'self'],
  [open, undefined, 'member'],
  [open, 'public', 'public'],
  [open, 'self', 'self'],
  [closed, undefined, 'steward'],
  [closed, 'public', 'weaver'],
])('a field of a group under %o, shared with %s, goes to %s', (rule, granted, to) => {
  expect(effectiveForGroup(rule, granted)).toBe(to);
});

it('is shown to readers within it, and by a projection to nobody themselves', () => {
  for (const effective of AUDIENCES) {
    const within = READER_AUDIENCES.filter((reader) => AUDIENCES.indexOf(reader) <= AUDIENCES.indexOf(effective));
    expect(AUDIENCES.filter((reader) => isShown(effective, reader)).sort()).toEqual(within.sort());
  }
});
