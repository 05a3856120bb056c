import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIENCES, type Audience, narrower, reaches } from '~/lib/audience';
import { compilePolicy } from '~/sharing/compile-policy.server';
import {
  consentsOf,
  consentsOfGroup,
  defaultsSince,
  type PolicyHistory,
  supersededName,
  widestOf,
} from '~/sharing/consents';
import { effectiveForPerson } from '~/sharing/effective';
import document from '~/sharing/policy/default.md?raw';
import { REGISTRY } from '~/sharing/registry';
import { heldUntilEffective } from '~/sharing/until-effective';
import { cases } from '../../setup/cases';
import { madePolicy } from './made-policy';

const day = (version: number) => new Date(Date.UTC(2026, 0, version));

/** Policies one after the other, each the shipped one with its own changes. */
const historyOf = (...changes: ((text: string) => string)[]): PolicyHistory =>
  changes.map((change, at) => ({
    ...compilePolicy(change(document).replace('version: 1', `version: ${at + 1}`), REGISTRY),
    publishedAt: day(at + 1),
  }));
const same = (text: string) => text;
const ceiling = (audience: Audience) => (text: string) =>
  text.replace(/(person\.about: .*)ceiling: public, default: member/, `$1ceiling: ${audience}, default: self`);
const bioWithName = (text: string) =>
  text
    .replace('fields: [headline, bio, ', 'fields: [headline, ')
    .replace('[name, alias, pronouns]', '[name, alias, pronouns, bio]');

const grant = (history: PolicyHistory, version: number, category: string, audience: Audience) => ({
  category,
  audience,
  policySha256: history[version - 1]?.sha256 ?? '',
});

describe('what was chosen under an earlier policy', () => {
  it('holds for the fields it was chosen for', () => {
    const history = historyOf(same, same);
    const consents = consentsOf(history, 'person', [grant(history, 1, 'person.about', 'member')]);
    expect([...consents]).toEqual(['headline', 'bio', 'links', 'photo'].map((field) => [field, 'member']));
  });

  it('never goes beyond the narrowest ceiling since', () => {
    const history = historyOf(same, ceiling('weaver'), same);
    const chosen = (version: number) =>
      consentsOf(history, 'person', [grant(history, version, 'person.about', 'public')]).get('bio');
    expect([chosen(1), chosen(2), chosen(3)]).toEqual(['weaver', 'weaver', 'public']);
  });

  it('stays with a field that moves, and is not what was chosen for its new category', () => {
    const history = historyOf(same, bioWithName);
    const before = [grant(history, 1, 'person.name', 'public'), grant(history, 1, 'person.about', 'member')];
    expect(consentsOf(history, 'person', before).get('bio')).toBe('member');
    const after = [grant(history, 2, 'person.name', 'public'), grant(history, 1, 'person.about', 'member')];
    expect(consentsOf(history, 'person', after).get('bio')).toBe('public');
  });

  it('goes on standing, under a name of its own, for what its category no longer holds', () => {
    const history = historyOf(same, bioWithName);
    const grants = [
      grant(history, 1, supersededName('person.about', 1), 'member'),
      grant(history, 2, 'person.about', 'self'),
    ];
    const consents = consentsOf(history, 'person', grants);
    expect([consents.get('bio'), consents.get('headline')]).toEqual(['member', 'self']);
  });

  it('stands for nothing where no such policy was ever in force, no such category or another subject', () => {
    const history = historyOf(same);
    for (const each of [
      grant(history, 7, 'person.name', 'public'),
      grant(history, 1, 'person.shoes', 'public'),
      grant(history, 1, 'group.profile', 'public'),
    ])
      expect(consentsOf(history, 'person', [each]).size).toBe(0);
  });

  it('does not reach a field that some policy since did not cover', () => {
    const without = (text: string) =>
      text.replace(/\n {2}person\.needs: .*/, '').replaceAll(/.*person\.needs.*\n/g, '');
    const history = [same, without, same].map((change, at) => ({
      ...compilePolicy(change(document).replace('version: 1', `version: ${at + 1}`), REGISTRY, { whole: false }),
      publishedAt: day(at + 1),
    }));
    expect(consentsOf(history, 'person', [grant(history, 1, 'person.needs', 'weaver')]).get('needs')).toBe('self');
  });
});

describe('a group whose leads chose nothing', () => {
  const contact = (audience: Audience) => (text: string) =>
    text.replace(/(group\.contact: .*)default: member/, `$1default: ${audience}`);
  const history = historyOf(contact('member'), contact('public'), contact('weaver'), contact('public'));

  it.each<[created: number, shown: Audience]>([
    [1, 'weaver'],
    [2, 'weaver'],
    [4, 'public'],
    [9, 'public'],
  ])('that came on day %i stands at the narrowest proposal since', (created, shown) => {
    expect(defaultsSince(history, day(created)).get('email')).toBe(shown);
  });

  it('stands at what they choose afterwards', () => {
    const chosen = [grant(history, 4, 'group.contact', 'public')];
    expect(consentsOfGroup(history, day(1), chosen).get('email')).toBe('public');
  });
});

describe('what a group shows before its leads choose', () => {
  const email = (version: number, rule: object = {}) =>
    madePolicy(version, [
      { name: 'group.contact', subject: 'group', fields: ['email'], ceiling: 'public', default: 'member', ...rule },
      { name: 'person.about', fields: ['bio'], ceiling: 'public', default: 'public' },
    ]);

  it('is of the fields that the policy in force has for groups', () => {
    const versions = [email(1), email(2, { fields: ['website'] }), email(3, { fields: ['email', 'purpose'] })];
    expect([...defaultsSince(versions, day(3))]).toEqual([
      ['email', 'member'],
      ['purpose', 'member'],
    ]);
    expect([...defaultsSince([], day(1))]).toEqual([]);
    expect([...consentsOfGroup([], day(1), [])]).toEqual([]);
  });

  it('is nothing of a field that a policy since it came did not cover', () => {
    const versions = [madePolicy(1, []), email(2)];
    expect(defaultsSince(versions, day(1)).get('email')).toBe('self');
    expect(defaultsSince(versions, day(2)).get('email')).toBe('member');
  });
});

it('of two grants for a field under one policy, the first stands', () => {
  const versions = [madePolicy(1, [{ name: 'person.about', fields: ['bio'], ceiling: 'public' }])];
  const grants = [grant(versions, 1, 'person.about', 'weaver'), grant(versions, 1, 'person.about@1', 'public')];
  expect(consentsOf(versions, 'person', grants).get('bio')).toBe('weaver');
});

it.each<[consents: [string, Audience][], widest: Audience | undefined]>([
  [[], undefined],
  [[['other', 'public']], undefined],
  [[['bio', 'weaver']], 'weaver'],
  [
    [
      ['bio', 'weaver'],
      ['links', 'member'],
    ],
    'member',
  ],
  [
    [
      ['bio', 'member'],
      ['links', 'weaver'],
    ],
    'member',
  ],
])('of %j the widest is %s', (consents, widest) => {
  expect(widestOf(['bio', 'links'], new Map(consents))).toBe(widest);
});

describe('a version whose day has not come', () => {
  const onDay = (date: string, change: (text: string) => string) => (text: string) =>
    change(text).replace(/effective: .*/, `effective: ${date}`);
  const policies = historyOf(ceiling('weaver'), onDay('2027-03-01', same), onDay('2027-02-01', ceiling('steward')));

  it('widens nothing before it, and narrows at once', () => {
    const aboutOn = (today: string, upTo: number) =>
      heldUntilEffective(policies.slice(0, upTo), today).at(-1)?.category('person.about')?.ceiling;
    expect([aboutOn('2027-02-28', 2), aboutOn('2027-03-01', 2)]).toEqual(['weaver', 'public']);
    expect([aboutOn('2027-01-01', 3), aboutOn('2027-02-28', 3)]).toEqual(['steward', 'steward']);
  });

  it('gives recipients, purposes, relations and longer keeping only what was there', () => {
    const wider = (text: string) =>
      text
        .replace(
          /person\.phone: .*/,
          'person.phone: { fields: [phone], ceiling: public, default: member, relations: [connection, same_group], searchable: true, purposes: [introductions, alerts], basis: consent, retention: account+90d }',
        )
        .replace(
          'categories: [account.address], purposes: [alerts]',
          'categories: [account.address, person.phone], purposes: [alerts, safety]',
        )
        .replace('minimum_cell: 10', 'minimum_cell: 5');
    const [base, later] = heldUntilEffective(historyOf(same, onDay('2027-03-01', wider)), '2027-01-01');
    expect(later?.category('person.phone')).toEqual(base?.category('person.phone'));
    expect([later?.recipients, later?.statistics]).toEqual([base?.recipients, base?.statistics]);
    expect(later?.mayHold('public').map(({ name }) => name)).toEqual(base?.mayHold('public').map(({ name }) => name));
  });
});

describe('of any policies one after the other', () => {
  const CATEGORIES = ['person.about', 'person.topics', 'person.phone'] as const;
  const FIELDS = ['headline', 'bio', 'interests', 'skills', 'phone'];
  const audience = fc.constantFrom(...AUDIENCES);
  /** Which category each field stands in, and the ceiling of each category. */
  const rules = fc.record({
    places: fc.tuple(...FIELDS.map(() => fc.integer({ min: 0, max: 2 }))),
    ceilings: fc.tuple(audience, audience, audience),
  });
  const step = fc.record({ rules, saves: fc.array(fc.record({ category: fc.constantFrom(...CATEGORIES), audience })) });
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

  const policyOf = ({ rules: { places, ceilings } }: Step, at: number) =>
    madePolicy(
      at + 1,
      CATEGORIES.map((name, index) => ({
        name,
        fields: FIELDS.filter((_, field) => places[field] === index),
        ceiling: ceilings[index] as Audience,
      })),
    );

  const shown = (history: PolicyHistory, grants: Parameters<typeof consentsOf>[2]) => {
    const consents = consentsOf(history, 'person', grants);
    const policy = history.at(-1);
    return FIELDS.map((field) =>
      effectiveForPerson(policy?.categoryOf('person', field), consents.get(field), 'member'),
    );
  };

  it('a new version shows nobody more of anything, and saving never shows a field more widely than was pressed', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 5 }), (steps) => {
        const history: PolicyHistory[number][] = [];
        let grants: { category: string; audience: Audience; policySha256: string }[] = [];
        let before = FIELDS.map((): Audience => 'self');
        steps.forEach((each, at) => {
          const policy = policyOf(each, at);
          history.push(policy);
          const now = shown(history, grants);
          expect(now.every((audience, field) => reaches(before[field] as Audience, audience))).toBe(true);
          for (const { category, audience } of each.saves) {
            const rule = policy.category(category);
            if (!rule) continue;
            const pressed = narrower(audience, rule.ceiling);
            grants = [
              ...grants.map((old) =>
                old.category === category && old.policySha256 !== policy.sha256
                  ? {
                      ...old,
                      category: supersededName(category, history.findIndex((p) => p.sha256 === old.policySha256) + 1),
                    }
                  : old,
              ),
            ].filter((old) => old.category !== category);
            grants.push({ category, audience: pressed, policySha256: policy.sha256 });
            const after = shown(history, grants);
            expect(rule.fields.map((field) => after[FIELDS.indexOf(field)])).toEqual(rule.fields.map(() => pressed));
          }
          before = shown(history, grants);
        });
      }),
      cases(),
    );
  });
});
