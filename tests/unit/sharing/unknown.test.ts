import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIENCES, type Audience, narrower, READER_AUDIENCES, reaches } from '~/lib/audience';
import { STANDINGS, type Standing } from '~/lib/standing';
import { compileSource } from '~/sharing/compile-policy.server';
import { consentsOf, supersededName } from '~/sharing/consents';
import { effectiveForGroup, effectiveForPerson, isShown } from '~/sharing/effective';
import document from '~/sharing/policy/default.md?raw';
import { PolicyError, readPolicyDocument } from '~/sharing/policy-document';
import { registryFaults } from '~/sharing/policy-faults';
import { PURPOSES, policyFrontMatter, RELATIONS } from '~/sharing/policy-schema';
import { projectPerson } from '~/sharing/project';
import { REGISTRY } from '~/sharing/registry';
import { cases } from '../../setup/cases';
import { madePolicy, type Rule } from './made-policy';
import { madePerson } from './made-records';

/** Any word but these; often one that objects have of themselves, or one of these in another spelling. */
const otherThan = (known: readonly string[]) =>
  fc
    .oneof(
      fc.string(),
      fc.constantFrom('', 'constructor', '__proto__', 'toString', 'everyone', 'Public', 'member ', 'null'),
      fc.constantFrom(...known, 'x').map((each) => each.toUpperCase()),
    )
    .filter((word) => !known.includes(word));
const anyAudience = otherThan(AUDIENCES).map((word) => word as Audience);
const audience = fc.constantFrom(...AUDIENCES);
const rule = { ceiling: 'public', default: 'public' } as const;

describe('what nobody knows', () => {
  it('is no audience: it reaches nobody, and sees nothing', () => {
    fc.assert(
      fc.property(anyAudience, audience, (unknown, known) => {
        const shown = READER_AUDIENCES.flatMap((reader) => [
          reaches(narrower(unknown, known), reader),
          reaches(narrower(known, unknown), reader),
          isShown(effectiveForPerson(rule, unknown, 'member'), reader),
          isShown(effectiveForPerson({ ...rule, ceiling: unknown }, known, 'member'), reader),
          isShown(effectiveForGroup(rule, unknown), reader),
          isShown(effectiveForGroup({ ...rule, default: unknown }, undefined), reader),
        ]);
        shown.push(reaches('public', unknown), isShown('public', unknown), reaches(unknown, known));
        expect(shown.some(Boolean)).toBe(false);
      }),
      cases(),
    );
  });

  it('is no standing', () => {
    fc.assert(
      fc.property(otherThan(STANDINGS), audience, (standing, granted) => {
        const effective = effectiveForPerson(rule, granted, standing as Standing);
        expect(READER_AUDIENCES.some((reader) => isShown(effective, reader))).toBe(false);
      }),
      cases(),
    );
  });

  it('is no field: what a policy or a choice says of it shows nothing, and what no policy covers is denied', () => {
    const fields = REGISTRY.filter(({ subject }) => subject === 'person').map(({ name }) => name);
    const row = (extra: string[], consents: [string, Audience][]) => {
      const category: Rule = { name: 'person.other', fields: extra, ceiling: 'public' };
      const policy = madePolicy(1, [{ name: 'person.name', fields: ['name'], ceiling: 'public' }, category]);
      return projectPerson(policy, madePerson({ consents: new Map([['name', 'public'], ...consents]) }), 'public');
    };
    const bare = row([], []);
    const covered = fc.constantFrom(...fields.filter((field) => field !== 'name'));
    fc.assert(
      fc.property(otherThan(fields), covered, (unknown, field) => {
        expect(row([unknown], [[unknown, 'public']])).toEqual(bare);
        expect(row([unknown], [[field, 'public']])).toEqual(bare);
      }),
      cases(),
    );
  });

  it('is no version: a choice under a policy that never was in force stands for nothing', () => {
    const history = [1, 2].map((version) =>
      madePolicy(version, [{ name: 'person.about', fields: ['bio'], ceiling: 'public' }]),
    );
    const category = fc.constantFrom('person.about', supersededName('person.about', 1), 'person.about@x', '@1', '');
    fc.assert(
      fc.property(otherThan(history.map(({ sha256 }) => sha256)), category, audience, (policySha256, name, granted) => {
        expect([...consentsOf(history, 'person', [{ category: name, audience: granted, policySha256 }])]).toEqual([]);
      }),
      cases(),
    );
  });
});

describe('a policy that names what nobody knows', () => {
  const source = readPolicyDocument(document);
  const names = Object.keys(source.front.categories);
  /** The front matter with one category changed. */
  const changed = (name: string, change: object) => ({
    ...source.front,
    categories: { ...source.front.categories, [name]: { ...source.front.categories[name], ...change } },
  });

  it('is refused for a field', () => {
    const known = [...new Set(REGISTRY.map(({ name }) => name))];
    fc.assert(
      fc.property(fc.constantFrom(...names), otherThan(known), (name, field) => {
        const fields = [...(source.front.categories[name]?.fields ?? []), field];
        const front = changed(name, { fields }) as typeof source.front;
        const subject = name.split('.')[0];
        expect(registryFaults({ ...source, front }, REGISTRY, true).map(({ message }) => message)).toEqual([
          `${name}: there is no field ${subject}.${field}.`,
        ]);
      }),
      cases(),
    );
    const front = changed('person.phone', { fields: ['phone', 'shoe_size'] }) as typeof source.front;
    expect(() => compileSource({ ...source, front }, REGISTRY)).toThrow(PolicyError);
  });

  it('is refused for an audience, a relation, a purpose, a word of its own', () => {
    const change = fc.oneof(
      anyAudience.map((ceiling) => ({ ceiling })),
      anyAudience.map((proposed) => ({ default: proposed })),
      otherThan(RELATIONS).map((relation) => ({ relations: [relation] })),
      otherThan(PURPOSES).map((purpose) => ({ purposes: [purpose] })),
      otherThan([...Object.keys(source.front.categories['person.phone'] ?? {}), 'label', '__proto__']).map((key) => ({
        [key]: true,
      })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), change, (name, what) => {
        expect(policyFrontMatter.safeParse(changed(name, what)).success).toBe(false);
      }),
      cases(),
    );
  });
});
