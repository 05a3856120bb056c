import { describe, expect, it } from 'vitest';
import {
  looseTable,
  proseOf,
  withCategory,
  withEffective,
  withoutCategory,
  withProse,
  withRecipient,
  withStatistics,
  withVersion,
} from '~/features/privacy/drafting/draft-text.server';
import { withUncovered } from '~/features/privacy/drafting/uncovered.server';
import { compilePolicy } from '~/sharing/compile-policy.server';
import document from '~/sharing/policy/default.md?raw';
import { REGISTRY } from '~/sharing/registry';

const compiled = (text: string) => compilePolicy(text, REGISTRY);
const rules = (text: string) => {
  const { sha256: _, version: _v, ...rest } = compiled(text);
  return JSON.stringify(rest);
};
const category = (text: string, name: string) => {
  const found = looseTable(text)?.categories.find((each) => each.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};

describe('a part of a policy document that is written anew', () => {
  it('as it was leaves every rule and word where it stood', () => {
    const phone = category(document, 'person.phone');
    const text = withVersion(withCategory(withProse(document, 'es', proseOf(document).get('es') ?? ''), phone), 2);
    expect(rules(text)).toBe(rules(document));
    expect(text.split('\n').length).toBe(document.split('\n').length);
  });

  it('says what was put there, and a field that comes leaves the category it stood in', () => {
    const about = category(document, 'person.about');
    const text = withCategory(document, {
      ...about,
      fields: [...about.fields, 'pronouns'],
      label: { en: 'Who I am: a "word"', es: '' },
      ceiling: 'weaver',
      default: 'self',
      retention: 'account+90d',
    });
    const policy = compiled(text);
    expect(policy.categoryOf('person', 'pronouns')).toMatchObject({
      name: 'person.about',
      ceiling: 'weaver',
      retention: 'account+90d',
      label: { en: 'Who I am: a "word"' },
    });
    expect(policy.category('person.name')?.fields).toEqual(['name', 'alias']);
  });

  it.each<[what: string, text: string, holds: string]>([
    [
      'nonsense for a period',
      withCategory(document, { ...category(document, 'person.phone'), retention: 'foo: }' }),
      'foo: }',
    ],
    ['nonsense for a number', withStatistics(document, { minimum: 'many', round: '10' }), 'many'],
    ['a recipient of nothing', withRecipient(document, { name: 'pigeon', categories: [], purposes: [] }), 'pigeon'],
  ])('keeps %s as it was typed, for the check to name', (_what, text, holds) => {
    expect(looseTable(text)).not.toBeNull();
    expect(text).toContain(holds);
  });

  it('can be taken out, and nothing else with it', () => {
    const text = withoutCategory(document, 'person.phone');
    expect(looseTable(text)?.categories).toHaveLength((looseTable(document)?.categories.length ?? 0) - 1);
  });

  it.each([
    ['nothing', ''],
    ['no table', '---\nversion: 1\n---\n'],
    ['a list for a table', '---\ncategories: []\nrecipients: {}\n---\n'],
    ['a bracket left open', document.replace('fields: [phone]', 'fields: [phone')],
  ])('of a document that holds %s stays as it is', (_what, text) => {
    expect(looseTable(text)).toBeNull();
    expect(withStatistics(text, { minimum: '5', round: '5' })).toBe(text);
  });

  it('gets another day and number in the table, and never in the words', () => {
    const words = document.replace('=== en\n', '=== en\n\nversion: old\neffective: never\n');
    const text = withEffective(withVersion(words, 7), '2031-02-03');
    expect(compiled(text)).toMatchObject({ version: 7, effective: '2031-02-03' });
    expect(text).toContain('\nversion: old\neffective: never\n');
  });
});

describe('a field that this software gathers and no category covers', () => {
  const lacking = withoutCategory(document, 'person.needs').replaceAll(/.*person\.needs.*\n/g, '');

  it('is denied to everyone by the policy that was published before', () => {
    const policy = compilePolicy(lacking, REGISTRY, { whole: false });
    expect(policy.categoryOf('person', 'needs')).toBeUndefined();
    for (const audience of ['self', 'steward', 'weaver', 'member', 'public'] as const)
      expect(policy.mayHold(audience).some(({ subject, name }) => subject === 'person' && name === 'needs')).toBe(
        false,
      );
  });

  it('comes into the draft with the category and the sentence of the shipped policy', () => {
    const offered = withUncovered(lacking);
    expect(compiled(offered).categoryOf('person', 'needs')).toEqual(compiled(document).categoryOf('person', 'needs'));
    expect(offered).toContain('**What you need.** {{share:person.needs}}');
    expect(offered).toContain('**Lo que necesitas.** {{share:person.needs}}');
  });

  it('comes into the category of its own that the network has already', () => {
    const grown = [...REGISTRY, { subject: 'person' as const, name: 'signal', type: 'text' as const, projected: null }];
    const coming = document.replace('fields: [phone]', 'fields: [phone, signal]');
    const offered = withUncovered(document, grown, coming);
    expect(compilePolicy(document, grown, { whole: false }).categoryOf('person', 'signal')).toBeUndefined();
    expect(compilePolicy(offered, grown).category('person.phone')?.fields).toEqual(['phone', 'signal']);
    expect(withUncovered(offered, grown, coming)).toBe(offered);
  });
});
