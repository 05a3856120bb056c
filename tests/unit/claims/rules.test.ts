import { describe, expect, it, test } from 'vitest';
import { removesByItself } from '~/features/claims/removal-rules';
import { type Claim, mayDecide, oppose, toContest } from '~/features/claims/rules';

let number = 0;
const claim = (kind: Claim['kind'], askedBy: string, personId: string, state: Claim['state'] = 'waiting'): Claim => {
  number += 1;
  return { id: String(number), kind, state, askedBy, personId };
};

describe('two open claims of one group', () => {
  test.each<[string, Claim, Claim, boolean]>([
    ['two people who each say "this is us"', claim('claim', 'ana', 'ana'), claim('claim', 'bo', 'bo'), true],
    ['a lead to be removed who asks for another lead', claim('removal', 'ana', 'bo'), claim('lead', 'bo', 'cy'), true],
    [
      'two leads who ask for each other to be removed',
      claim('removal', 'ana', 'bo'),
      claim('removal', 'bo', 'ana'),
      true,
    ],
    [
      'a handing over to someone who is to be removed',
      claim('handover', 'cy', 'bo'),
      claim('removal', 'ana', 'bo'),
      true,
    ],
    ['two new leads', claim('lead', 'ana', 'bo'), claim('lead', 'ana', 'cy'), false],
    ['two who ask for the same removal', claim('removal', 'ana', 'bo'), claim('removal', 'cy', 'bo'), false],
    ['a new lead, and the removal of another', claim('lead', 'ana', 'cy'), claim('removal', 'ana', 'bo'), false],
  ])('%s', (_, one, other, opposed) => {
    expect(oppose(one, other)).toBe(opposed);
    expect(oppose(other, one)).toBe(opposed);
    expect(oppose(one, one)).toBe(false);
    expect(toContest([one, other], false)).toEqual(opposed ? [one, other] : []);
  });
  it('do not quarrel before a proposal is answered', () => {
    const proposed = claim('lead', 'bo', 'cy', 'proposed');
    expect(toContest([claim('removal', 'ana', 'bo'), proposed], false)).toEqual([]);
  });
  it('quarrel with the wish to have the group removed, if one says "this is us"', () => {
    const one = claim('claim', 'ana', 'ana');
    expect(toContest([one], true)).toEqual([one]);
    expect(toContest([claim('lead', 'ana', 'bo')], true)).toEqual([]);
  });
});

test.each<[Claim['state'], boolean, boolean, boolean, boolean]>([
  ['contested', true, false, true, true],
  ['contested', true, true, true, false],
  ['contested', true, true, false, true],
  ['contested', false, false, true, false],
  ['waiting', true, false, true, false],
  ['done', true, false, true, false],
])(
  'a %s claim, weaver %s, party %s, other weavers %s: may be settled %s',
  (state, weaver, party, otherWeavers, may) => {
    expect(mayDecide(claim('claim', 'ana', 'ana', state), { weaver, party, otherWeavers })).toBe(may);
  },
);

test.each([
  ['listed', 0, true],
  ['listed', 1, false],
  ['member', 0, false],
])('a %s group with %i open claims is removed by time: %s', (standing, openClaims, removed) => {
  expect(removesByItself({ standing, openClaims })).toBe(removed);
});
