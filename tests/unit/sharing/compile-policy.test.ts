import { describe, expect, it } from 'vitest';
import { AUDIENCES, type Audience } from '~/lib/audience';
import { compilePolicy, compileSource } from '~/sharing/compile-policy.server';
import document from '~/sharing/policy/default.md?raw';
import { PolicyError, readPolicyDocument } from '~/sharing/policy-document';
import { REGISTRY } from '~/sharing/registry';

const policy = compilePolicy(document, REGISTRY);
const source = readPolicyDocument(document);

describe('a compiled policy', () => {
  it('knows each category by its name, and the one that covers a field', () => {
    expect(policy.categories.map(({ name }) => name)).toEqual(Object.keys(source.front.categories));
    for (const [name, rule] of Object.entries(source.front.categories)) {
      const subject = name.split('.')[0];
      expect(policy.category(name)).toEqual({ ...rule, name, subject });
      for (const field of rule.fields)
        expect(policy.categoryOf(subject as 'person', field)).toBe(policy.category(name));
    }
    expect(policy.category('person.shoe_size')).toBeUndefined();
    expect(policy.categoryOf('person', 'shoe_size')).toBeUndefined();
    expect(policy.categoryOf('event', 'bio')).toBeUndefined();
  });

  it('holds for each audience the fields whose ceiling reaches it', () => {
    const ceilingOf = ({ subject, name }: (typeof REGISTRY)[number]) =>
      Object.entries(source.front.categories).find(
        ([category, { fields }]) => category.startsWith(`${subject}.`) && fields.includes(name),
      )?.[1].ceiling ?? 'self';
    for (const [width, audience] of AUDIENCES.entries()) {
      const held = REGISTRY.filter((field) => AUDIENCES.indexOf(ceilingOf(field)) >= width);
      expect(policy.mayHold(audience)).toEqual(held);
    }
    expect(policy.mayHold('member').length).toBeLessThan(policy.mayHold('steward').length);
    expect(policy.mayHold('everybody' as Audience)).toEqual([]);
  });

  it('holds for nobody what no category covers, where a stored policy may lack it', () => {
    const [first, ...fields] = source.front.categories['person.about']?.fields ?? [];
    const about = { ...source.front.categories['person.about'], fields } as (typeof source.front.categories)[string];
    const lacking = {
      ...source,
      front: { ...source.front, categories: { ...source.front.categories, 'person.about': about } },
    };
    const stored = compileSource(lacking, REGISTRY, { whole: false });
    for (const audience of AUDIENCES)
      expect(stored.mayHold(audience).map(({ subject, name }) => `${subject}.${name}`)).not.toContain(
        `person.${first}`,
      );
    expect(() => compileSource(lacking, REGISTRY)).toThrow(PolicyError);
    expect(() => compileSource(lacking, REGISTRY, {})).toThrow(PolicyError);
  });

  it('keeps version, day, hash, recipients, statistics and the prose of each language without blank edges', () => {
    const { version, effective, recipients, statistics } = source.front;
    expect(policy).toMatchObject({ version, effective, recipients, statistics, sha256: source.sha256 });
    expect(policy.prose).toEqual(
      Object.fromEntries(Object.entries(source.prose).map(([language, { text }]) => [language, text.trim()])),
    );
    expect(Object.keys(policy.prose)).toEqual(['en', 'es']);
    expect(policy.prose.en).toMatch(/^\S.*\S$/s);
  });
});
