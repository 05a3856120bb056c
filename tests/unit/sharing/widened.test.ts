import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIENCES, type Audience, reaches } from '~/lib/audience';
import { consentsOf } from '~/sharing/consents';
import { widenedFor } from '~/sharing/widened';
import { cases } from '../../setup/cases';
import { madePolicy, type Rule } from './made-policy';

const phone = (rule: Partial<Rule>): Rule => ({ name: 'person.phone', fields: ['phone'], ceiling: 'member', ...rule });
const dated = (version: number, category: string, audience: Audience, createdAt = '2026-02-01') => ({
  ...{ category, audience, policySha256: `sha of ${version}`, createdAt: new Date(createdAt) },
});
/** What is asked: the category with what is offered and the kinds of what is new. */
const asked = (history: Parameters<typeof widenedFor>[0], grants: ReturnType<typeof dated>[]) =>
  widenedFor(history, { subject: 'person', grants }).map(
    ({ category, stands, offered, changes }) =>
      `${category.name}: ${stands} to ${offered}, ${changes.map(({ change }) => change.kind).join(' ')}`,
  );

describe('what a newer policy allows beyond what someone agreed to', () => {
  const wider = [madePolicy(1, [phone({})]), madePolicy(2, [phone({ ceiling: 'public' })])];
  const uses = [madePolicy(1, [phone({})]), madePolicy(2, [phone({ purposes: ['directory', 'alerts'] })])];
  const there = madePolicy(1, [phone({ ceiling: 'public' })]);
  const andBack = [there, madePolicy(2, [phone({})]), { ...there, version: 3, sha256: 'sha of 3' }];
  const soon = [wider[0], { ...wider[1], effective: '2026-03-01' }] as typeof wider;

  it.each<[what: string, history: typeof wider, grants: ReturnType<typeof dated>[], questions: string[]]>([
    [
      'an audience, of who shared as widely as they could',
      wider,
      [dated(1, 'person.phone', 'member')],
      ['person.phone: member to public, ceiling'],
    ],
    ['an audience, of who shared less than they could', wider, [dated(1, 'person.phone', 'weaver')], []],
    ['an audience, of who shares with nobody', wider, [dated(1, 'person.phone', 'self')], []],
    ['an audience, of who chose nothing', wider, [], []],
    ['an audience, of who chose since', wider, [dated(2, 'person.phone', 'member')], []],
    [
      'an audience, of who chose before its day',
      soon,
      [dated(2, 'person.phone', 'member')],
      ['person.phone: member to public, ceiling'],
    ],
    ['an audience, of who chose from its day on', soon, [dated(2, 'person.phone', 'member', '2026-03-01')], []],
    ['a purpose', uses, [dated(1, 'person.phone', 'weaver')], ['person.phone: weaver to weaver, purpose']],
    ['a purpose, of who shares with nobody', uses, [dated(1, 'person.phone', 'self')], []],
    [
      'a relation, which nobody is in by agreeing to a policy',
      [madePolicy(1, [phone({})]), madePolicy(2, [phone({ relations: ['connection'] })])],
      [dated(1, 'person.phone', 'member')],
      [],
    ],
    [
      'a longer time',
      [madePolicy(1, [phone({})]), madePolicy(2, [phone({ retention: '91d' })])],
      [dated(1, 'person.phone', 'member')],
      ['person.phone: member to member, retention'],
    ],
    [
      'a recipient',
      [
        wider[0] as never,
        { ...madePolicy(2, [phone({})]), recipients: { post: { categories: ['person.phone'], purposes: [] } } },
      ],
      [dated(1, 'person.phone', 'member')],
      ['person.phone: member to member, recipient'],
    ],
    [
      'what a version between took back',
      andBack,
      [dated(1, 'person.phone', 'public')],
      ['person.phone: member to public, ceiling'],
    ],
    [
      'less',
      [...wider].reverse().map((each, n) => ({ ...each, version: n + 1 })),
      [dated(2, 'person.phone', 'public')],
      [],
    ],
    [
      'another field in the category',
      [madePolicy(1, [phone({})]), madePolicy(2, [phone({ fields: ['phone', 'email'] })])],
      [dated(1, 'person.phone', 'weaver')],
      ['person.phone: weaver to weaver, ceiling purpose searchable retention'],
    ],
  ])('%s', (_what, history, grants, questions) => expect(asked(history, grants)).toEqual(questions));

  it('is not narrower than what stands, nor wider than it allows, and nothing once agreed to', () => {
    const rule = fc.record({
      ceiling: fc.constantFrom(...AUDIENCES),
      default: fc.constantFrom(...AUDIENCES),
      purposes: fc.subarray(['directory', 'map', 'alerts'] as const, { minLength: 1 }).map((all) => [...all]),
    });
    const audience = fc.constantFrom(...AUDIENCES);
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 5 }), audience, (rules, saved) => {
        const history = rules.map((each, at) => madePolicy(at + 1, [phone(each)]));
        const grants = [dated(1, 'person.phone', saved)];
        const shared = consentsOf(history, 'person', grants).get('phone');
        for (const { stands, offered, category } of widenedFor(history, { subject: 'person', grants })) {
          expect(stands).toBe(shared);
          expect(reaches(offered, stands) && reaches(category.ceiling, offered)).toBe(true);
          const agreed = [dated(history.length, 'person.phone', offered)];
          expect(widenedFor(history, { subject: 'person', grants: agreed })).toEqual([]);
        }
      }),
      cases(),
    );
  });
});
