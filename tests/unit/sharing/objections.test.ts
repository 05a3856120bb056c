import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIENCES, READER_AUDIENCES } from '~/lib/audience';
import { compilePolicy } from '~/sharing/compile-policy.server';
import { effectiveForPerson, isShown } from '~/sharing/effective';
import { isObjectable, OBJECTABLE, serves, withoutObjected } from '~/sharing/objections';
import document from '~/sharing/policy/default.md?raw';
import { REGISTRY } from '~/sharing/registry';
import { cases } from '../../setup/cases';

const policy = compilePolicy(document, REGISTRY);
const FIELDS = REGISTRY.filter(({ subject }) => subject === 'person').map(({ name }) => name);

describe('an objection to a purpose', () => {
  it.each([
    ['name', ['directory'], false],
    ['region', ['directory', 'map'], true],
    ['region', ['directory', 'map', 'statistics'], false],
    ['needs', ['introductions'], false],
    ['interests', ['introductions'], true],
    ['no_such_field', [], false],
  ])('leaves %s, objected to %j, a purpose: %s', (field, objections, still) => {
    expect(serves(policy, field, objections)).toBe(still);
  });

  it('leaves everything denied where no policy is in force', () => {
    expect([...withoutObjected(undefined, new Map([['name', 'public']]), ['map'])]).toEqual([]);
  });

  it('never adds output, and leaves what it does not touch as it was', () => {
    const consents = fc.uniqueArray(fc.tuple(fc.constantFrom(...FIELDS), fc.constantFrom(...AUDIENCES)), {
      selector: ([field]) => field,
    });
    const shown = (chosen: ReadonlyMap<string, (typeof AUDIENCES)[number]>) =>
      FIELDS.flatMap((field) =>
        READER_AUDIENCES.filter((audience) =>
          isShown(effectiveForPerson(policy.categoryOf('person', field), chosen.get(field), 'member'), audience),
        ).map((audience) => `${field} ${audience}`),
      );
    fc.assert(
      fc.property(consents, fc.subarray([...OBJECTABLE]), fc.constantFrom(...OBJECTABLE), (pairs, some, one) => {
        const chosen = new Map(pairs);
        const before = shown(withoutObjected(policy, chosen, some));
        const after = shown(withoutObjected(policy, chosen, [...some, one]));
        expect(before).toEqual(expect.arrayContaining(after));
        const lost = before.filter((cell) => !after.includes(cell)).map((cell) => cell.split(' ')[0] as string);
        for (const field of lost) expect(policy.categoryOf('person', field)?.purposes).toContain(one);
      }),
      cases(),
    );
  });
});

it('of nothing leaves even what no policy covers as it was chosen', () => {
  const consents = new Map([['bio', 'public' as const]]);
  expect(withoutObjected(undefined, consents, [])).toBe(consents);
  expect([...withoutObjected(undefined, consents, ['map'])]).toEqual([]);
});

it.each<[purpose: string, may: boolean]>([
  ['directory', true],
  ['statistics', true],
  ['safety', false],
  ['event_logistics', false],
  ['', false],
])('may be made to %s: %s', (purpose, may) => {
  expect(isObjectable(purpose)).toBe(may);
});
