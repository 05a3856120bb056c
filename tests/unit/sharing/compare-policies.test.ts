import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIENCES, reaches } from '~/lib/audience';
import { comparePolicies, compareStatistics, keptLonger } from '~/sharing/compare-policies';
import { compilePolicy } from '~/sharing/compile-policy.server';
import document from '~/sharing/policy/default.md?raw';
import { PURPOSES, RELATIONS } from '~/sharing/policy-schema';
import { REGISTRY } from '~/sharing/registry';
import { cases } from '../../setup/cases';
import { madePolicy, type Rule } from './made-policy';

const policyOf = (text: string) => compilePolicy(text, REGISTRY);
const base = policyOf(document);
const changed = (from: string | RegExp, to: string) => {
  const text = document.replace(from, to);
  if (text === document) throw new Error(`The policy does not hold ${from}.`);
  return policyOf(text);
};
const differences = (before: typeof base, after: typeof base) =>
  comparePolicies(before, after, REGISTRY).map(({ fields, widens, change }) => ({ fields, widens, ...change }));

describe('what another version says differently', () => {
  it('is nothing for the same one, and nothing where only names, order or words change', () => {
    expect(differences(base, base)).toEqual([]);
    const renamed = policyOf(
      document.replaceAll('person.phone', 'person.telephone').replace('version: 1', 'version: 2'),
    );
    expect(differences(base, renamed)).toEqual([]);
  });

  it('is told for all fields of a category at once', () => {
    const wider = changed(/(person\.topics: .*)ceiling: public/, '$1ceiling: member');
    expect(differences(base, wider)).toEqual([
      {
        fields: ['interests', 'skills', 'learning', 'languages'],
        widens: false,
        kind: 'ceiling',
        from: 'public',
        to: 'member',
      },
    ]);
  });

  it('is told for a field that moves to a category with other rules', () => {
    const text = document
      .replace('fields: [phone]', 'fields: [phone, town]')
      .replace('fields: [town], ', 'fields: [exact_place], ')
      .replace('fields: [exact_place], ceiling: self', 'fields: [exact_place], ceiling: self');
    expect(() => policyOf(text)).toThrow('stands in another category already');
    const moved = policyOf(
      document
        .replace('fields: [phone]', 'fields: [phone, bio]')
        .replace('fields: [headline, bio, links', 'fields: [headline, links'),
    );
    const found = comparePolicies(base, moved, REGISTRY);
    expect(found.every(({ fields, category }) => fields.join() === 'bio' && category === 'person.phone')).toBe(true);
    expect(found.filter(({ widens }) => widens).map(({ change }) => change)).toEqual([
      { kind: 'relation', relation: 'connection', added: true },
      { kind: 'purpose', purpose: 'introductions', added: true },
    ]);
  });

  it.each<[what: string, from: string | RegExp, to: string, kind: string, widens: boolean]>([
    ['a wider ceiling', /(person\.phone: .*)ceiling: member/, '$1ceiling: public', 'ceiling', true],
    ['a relation', /(person\.needs: .*)default: self/, '$1default: self, relations: [connection]', 'relation', true],
    ['no relation', /(person\.phone: .*), relations: \[connection\]/, '$1', 'relation', false],
    [
      'a purpose',
      /(person\.phone: .*)purposes: \[introductions\]/,
      '$1purposes: [introductions, alerts]',
      'purpose',
      true,
    ],
    ['search', /(person\.phone: .*)searchable: false/, '$1searchable: true', 'searchable', true],
    ['no search', /(person\.needs: .*)searchable: true/, '$1searchable: false', 'searchable', false],
    ['a recipient', 'categories: [account.address]', 'categories: [account.address, person.phone]', 'recipient', true],
    ['longer keeping', /(person\.phone: .*)account\+30d/, '$1account+31d', 'retention', true],
    ['shorter keeping', /(person\.phone: .*)account\+30d/, '$1account+29d', 'retention', false],
    ['no consent asked', /(person\.phone: .*)basis: consent/, '$1basis: legitimate_interest', 'basis', true],
    ['another proposal to people', /(person\.phone: .*)default: self/, '$1default: member', 'default', false],
    ['another default of groups', /(group\.contact: .*)default: member/, '$1default: public', 'default', true],
  ])('%s', (_what, from, to, kind, widens) => {
    const found = differences(base, changed(from, to));
    expect(found.map((each) => each.kind)).toContain(kind);
    expect(found.some((each) => each.widens)).toBe(widens);
    expect(differences(changed(from, to), base).some((each) => each.widens)).toBe(
      kind === 'default' || kind === 'basis' ? false : !widens,
    );
  });

  it('of numbers: finer is wider', () => {
    const finer = changed('minimum_cell: 10, round_to: 10', 'minimum_cell: 5, round_to: 20');
    expect(compareStatistics(base, finer)).toEqual([
      { rule: 'minimum_cell', from: 10, to: 5, widens: true },
      { rule: 'round_to', from: 10, to: 20, widens: false },
    ]);
  });

  it('of numbers that stay is nothing', () => {
    expect(compareStatistics(base, base)).toEqual([]);
  });

  it('is every rule, for a field that no category covered before or covers any more', () => {
    const rule: Rule = { name: 'person.phone', fields: ['phone'], ceiling: 'member', default: 'weaver' };
    const recipients = { post: { categories: ['person.phone'], purposes: ['alerts' as const] } };
    const covering = { ...madePolicy(2, [{ ...rule, relations: ['connection'] }]), recipients };
    const told = (before: typeof base, after: typeof base) =>
      comparePolicies(before, after, REGISTRY).map(({ widens, change: { kind, ...rest } }) => [kind, widens, rest]);
    expect(told(madePolicy(1, []), covering)).toEqual([
      ['ceiling', true, { from: 'self', to: 'member' }],
      ['default', false, { from: 'self', to: 'weaver' }],
      ['relation', true, { relation: 'connection', added: true }],
      ['purpose', true, { purpose: 'directory', added: true }],
      ['recipient', true, { recipient: 'post', added: true }],
      ['recipient_purpose', true, { recipient: 'post', purpose: 'alerts', added: true }],
      ['searchable', true, { to: true }],
      ['basis', false, { from: null, to: 'consent' }],
      ['retention', true, { from: null, to: '90d' }],
    ]);
    expect(told(covering, madePolicy(1, []))).toEqual([
      ['ceiling', false, { from: 'member', to: 'self' }],
      ['default', false, { from: 'weaver', to: 'self' }],
      ['relation', false, { relation: 'connection', added: false }],
      ['purpose', false, { purpose: 'directory', added: false }],
      ['recipient', false, { recipient: 'post', added: false }],
      ['recipient_purpose', false, { recipient: 'post', purpose: 'alerts', added: false }],
      ['searchable', false, { to: false }],
      ['basis', false, { from: 'consent', to: null }],
      ['retention', false, { from: '90d', to: null }],
    ]);
    expect(told(madePolicy(1, []), madePolicy(2, [{ ...rule, default: 'self' }])).map(([kind]) => kind)).not.toContain(
      'default',
    );
  });

  it.each([
    ['90d', '90d', false],
    ['90d', '91d', true],
    ['91d', '90d', false],
    ['90d', null, false],
    [null, '90d', true],
    [null, null, false],
  ])('of a period of %s that becomes %s is longer: %s', (from, to, longer) => {
    expect(keptLonger(from, to)).toBe(longer);
  });

  it('of periods that count from different ends is taken for longer', () => {
    expect(keptLonger('90d', 'account+30d')).toBe(true);
    expect(keptLonger('account+30d', '90d')).toBe(true);
    expect(keptLonger('account+30d', null)).toBe(false);
    expect(keptLonger(null, '1d')).toBe(true);
  });
});

describe('of any two rules for one field', () => {
  const rule = fc.record({
    ceiling: fc.constantFrom(...AUDIENCES),
    relations: fc.subarray([...RELATIONS]),
    purposes: fc.subarray([...PURPOSES], { minLength: 1 }),
    searchable: fc.boolean(),
    days: fc.integer({ min: 0, max: 400 }),
  });
  type Drawn = typeof rule extends fc.Arbitrary<infer R> ? R : never;
  const withRule = ({ days, ...drawn }: Drawn) =>
    madePolicy(1, [{ name: 'person.phone', fields: ['phone'], ...drawn, retention: `account+${days}d` }]);

  it('nothing is wider exactly if the newer allows nothing that the older did not', () => {
    fc.assert(
      fc.property(rule, rule, (from, to) => {
        const within =
          reaches(from.ceiling, to.ceiling) &&
          to.relations.every((each) => from.relations.includes(each)) &&
          to.purposes.every((each) => from.purposes.includes(each)) &&
          (from.searchable || !to.searchable) &&
          to.days <= from.days;
        expect(differences(withRule(from), withRule(to)).every(({ widens }) => !widens)).toBe(within);
      }),
      cases(),
    );
  });
});
