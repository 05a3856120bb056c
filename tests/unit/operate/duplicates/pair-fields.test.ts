import { describe, expect, it } from 'vitest';
import { type GroupInput, groupInput } from '~/features/directory/groups.schema';
import {
  differenceOf,
  lostTogether,
  mergeGroups,
  PAIR_FIELDS,
  type PairField,
  picksFor,
  suggestedPick,
} from '~/features/operate/duplicates/pair-fields';

const group = (input: Partial<GroupInput>) => groupInput.parse({ name: 'A Group', ...input });
const link = (url: string) => ({ url, label: null });
const [A, B, C] = ['https://a.example/', 'https://b.example/', 'https://c.example/'];

describe('two groups field by field', () => {
  it.each<[PairField, Partial<GroupInput>, Partial<GroupInput>, string]>([
    ['name', { name: 'Same' }, { name: 'Same' }, 'same'],
    ['name', { name: 'Same' }, { name: 'Other' }, 'differs'],
    ['purpose', { purpose: 'Ours' }, {}, 'only_ours'],
    ['purpose', {}, { purpose: 'Theirs' }, 'only_theirs'],
    ['purpose', {}, { purpose: ' ' }, 'empty'],
    ['purpose', { purpose: 'One ' }, { purpose: 'One' }, 'same'],
    ['topics', { interestIds: [2, 1] }, { interestIds: [1, 2] }, 'same'],
    ['topics', { interestIds: [1] }, { interestIds: [1, 2] }, 'differs'],
    ['links', { links: [link(A), link(B)] }, { links: [link(B), { url: A, label: 'Called' }] }, 'same'],
    ['links', { links: [] }, { links: [link(A)] }, 'only_theirs'],
    ['place', { country: 'AU' }, { country: 'AU', regionKey: 'AU-NSW' }, 'differs'],
    ['place', { placeText: 'North' }, {}, 'only_ours'],
  ])('compares %s of %j and %j: %s', (field, ours, theirs, expected) => {
    expect(differenceOf(group(ours), group(theirs), field)).toBe(expected);
  });

  it.each<[PairField, Parameters<typeof picksFor>[1], string[], string]>([
    ['name', 'differs', ['ours', 'theirs'], 'ours'],
    ['purpose', 'only_theirs', ['ours', 'theirs'], 'theirs'],
    ['purpose', 'only_ours', ['ours', 'theirs'], 'ours'],
    ['links', 'differs', ['ours', 'theirs', 'both'], 'both'],
    ['topics', 'only_theirs', ['ours', 'theirs'], 'theirs'],
  ])('offers for %s that %s: %j, at first %s', (field, difference, picks, suggested) => {
    expect([picksFor(field, difference), suggestedPick(field, difference)]).toEqual([picks, suggested]);
  });

  it('stays as it is here without a pick, and takes all of the other where everything is picked', () => {
    const ours = group({ purpose: 'Ours', country: 'AU', regionKey: 'AU-NSW', interestIds: [1], links: [link(A)] });
    const theirs = group({
      name: 'B',
      purpose: null,
      country: 'CO',
      placeText: 'Sur',
      interestIds: [2],
      email: 'b@example.org',
    });
    expect(mergeGroups(ours, theirs, {})).toEqual(ours);
    const all = Object.fromEntries(PAIR_FIELDS.map((field) => [field, 'theirs' as const]));
    expect(mergeGroups(ours, theirs, all)).toEqual(theirs);
    expect(mergeGroups(ours, theirs, { place: 'theirs' })).toMatchObject({
      country: 'CO',
      regionKey: null,
      purpose: 'Ours',
    });
  });

  it('takes both lists together, each entry once and ours first, and texts never', () => {
    const ours = group({ links: [{ url: A, label: 'Ours' }, link(B)], interestIds: [3, 1], purpose: 'Ours' });
    const theirs = group({ links: [{ url: A, label: 'Theirs' }, link(C)], interestIds: [1, 2], purpose: 'Theirs' });
    const merged = mergeGroups(ours, theirs, { links: 'both', topics: 'both', purpose: 'both' });
    expect(merged.links).toEqual([{ url: A, label: 'Ours' }, link(B), link(C)]);
    expect([merged.interestIds, merged.purpose]).toEqual([[3, 1, 2], 'Ours']);
  });

  it('says how much of both lists a group has no room for', () => {
    const links = (from: number) => Array.from({ length: 8 }, (_, at) => link(`https://l${from + at}.example/`));
    const [ours, theirs] = [group({ links: links(0) }), group({ links: links(6) })];
    expect([lostTogether(ours, theirs, 'links'), lostTogether(ours, theirs, 'topics')]).toEqual([2, 0]);
    expect(groupInput.safeParse(mergeGroups(ours, theirs, { links: 'both' })).success).toBe(true);
  });
});
