import { describe, expect, test } from 'vitest';
import { policyProse } from '~/features/privacy/prose.server';
import {
  purposeLabel,
  recipientLabel,
  relationSentence,
  retentionPhrase,
  shareSentences,
} from '~/features/privacy/terms.server';
import type { CompiledCategory } from '~/sharing/compile-policy.server';
import { PURPOSES, RELATIONS } from '~/sharing/policy-schema';
import { LOCALES, samplePolicy } from './policy';

const policy = samplePolicy();
const share = (name: string, change: Partial<CompiledCategory> = {}) =>
  shareSentences({ ...(policy.category(name) as CompiledCategory), ...change }, 'en');

test.each(LOCALES)('every purpose and relation is named in %s', (locale) => {
  for (const purpose of PURPOSES) expect(purposeLabel(purpose, locale)).toMatch(/\p{L}/u);
  for (const relation of RELATIONS) expect(relationSentence(relation, locale)).toMatch(/\.$/);
});

test.each([
  ['account+30d', 'for as long as you have an account, and for 30 days after that.'],
  ['group+1d', 'for as long as the group is here, and for one day after that.'],
  ['event+90d', 'until the event, and for 90 days after that.'],
  ['90d', 'for 90 days.'],
])('%s is kept %s', (retention, words) => expect(retentionPhrase(retention, 'en')).toBe(words));

describe('whom a category is shown to', () => {
  test.each([
    ['person.exact_place', {}, 'Shown to nobody but you, always.'],
    ['person.needs', {}, 'Shown to nobody but you, unless you open it: at most to the weavers and stewards.'],
    [
      'person.joined',
      {},
      'Shown to the members of this network once you agree, and never more widely. You can choose fewer people.',
    ],
    [
      'person.name',
      {},
      'Shown to the members of this network once you agree. You can choose fewer people, or at most anyone on the internet.',
    ],
    ['group.profile', {}, "Shown to anyone on the internet, unless the group's leads choose fewer people."],
    [
      'person.needs',
      { relations: ['broker'] },
      'Shown to nobody but you, unless you open it: at most to the weavers and stewards. The weaver who makes the introduction sees it too.',
    ],
  ] as const)('%s %j', (name, change, words) => expect(share(name, change as never)).toBe(words));
});

test('an outside service without words of ours is called what the policy calls it', () => {
  expect(recipientLabel('mapbox', 'en')).toBe('mapbox');
});

describe('the text of the policy', () => {
  test.each(LOCALES)('has every placeholder replaced in %s', (locale) => {
    const { html, language } = policyProse(policy, locale);
    expect(language).toBe(locale);
    expect(html).not.toContain('{{');
    for (const category of policy.categories) expect(html).toContain(retentionPhrase(category.retention, locale));
  });
  test('is English where the document does not speak the language', () => {
    const english = samplePolicy((text) => text.replace(/\n=== es[\s\S]*$/, '\n'));
    expect(policyProse(english, 'es')).toEqual(policyProse(english, 'en'));
  });
  test('shows HTML in the document as text, and no link that runs script', () => {
    const hostile = samplePolicy((text) => `${text}\n\n<script>alert(1)</script> [x](javascript:alert(1))\n`);
    const { html } = policyProse(hostile, 'es');
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script|href="javascript/);
  });
});
