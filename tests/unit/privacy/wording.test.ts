import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  audienceLabel,
  categoryLabel,
  choiceSha256,
  ownerOf,
  whatOf,
  wordsSha256,
  wordsShown,
} from '~/features/privacy/wording.server';
import { AUDIENCES } from '~/lib/audience';
import type { CompiledCategory } from '~/sharing/compile-policy.server';
import { REGISTRY } from '~/sharing/registry';
import { LOCALES, samplePolicy } from './policy';

const policy = samplePolicy();
const category = (name: string) => policy.category(name) as CompiledCategory;

describe.each(LOCALES)('in %s', (locale) => {
  test.each(policy.categories.map((each) => [each.name, each] as const))(
    '%s is worded for every audience',
    (_, each) => {
      const sentences = AUDIENCES.map((audience) => wordsShown(each, audience, locale));
      expect(new Set(sentences).size).toBe(AUDIENCES.length);
      for (const sentence of sentences) {
        expect(sentence).toMatch(/^\p{Lu}.*[^.{}]\.$/u);
        expect(sentence).not.toMatch(/undefined|\{/);
      }
      expect(categoryLabel(each, locale)).toMatch(/^\p{L}/u);
      for (const audience of AUDIENCES) expect(audienceLabel(audience, ownerOf(each), locale)).toBeTruthy();
    },
  );
  test.each(REGISTRY)('$subject.$name has words of its own', ({ subject, name }) => {
    expect(whatOf({ subject, fields: [name] }, locale)).toMatch(/\p{L}{2}/u);
  });
});

describe('the sentence beside a choice', () => {
  test.each([
    ['person.town', 'self', 'en', 'Only you see your town.'],
    ['person.town', 'member', 'en', 'Members of this network see your town.'],
    ['person.name', 'public', 'en', 'Anyone on the internet sees your name or alias and your pronouns.'],
    ['person.needs', 'weaver', 'en', 'Only you, weavers and stewards see what you need.'],
    ['group.contact', 'self', 'en', "Only the group's leads see the group's e-mail and its street address."],
    ['person.town', 'self', 'es', 'Solo tú ves tu ciudad o pueblo.'],
    ['person.email', 'member', 'es', 'Los miembros de esta red ven tu correo de contacto.'],
  ] as const)('of %s for %s in %s reads: %s', (name, audience, locale, words) => {
    expect(wordsShown(category(name), audience, locale)).toBe(words);
  });
  test('is kept as its SHA-256', () => {
    const expected = createHash('sha256').update('Only you see your town.').digest('hex');
    expect(wordsSha256(category('person.town'), 'self', 'en')).toBe(expected);
  });
  test('follows the fields of a category that a network regrouped', () => {
    const place = { name: 'person.place', subject: 'person', fields: ['region', 'town'] } as const;
    const regrouped = { ...place, fields: [...place.fields] };
    expect(wordsShown(regrouped, 'member', 'en')).toBe(
      'Members of this network see your state or country and your town.',
    );
    expect(categoryLabel(regrouped, 'en')).toBe('Your state or country and your town');
  });
  test('has another hash where the choice, the audiences or the language differ', () => {
    const hashes = [
      choiceSha256(category('person.town'), ['self', 'member'], 'en'),
      choiceSha256(category('person.town'), ['self', 'member'], 'es'),
      choiceSha256(category('person.town'), ['self', 'weaver'], 'en'),
      choiceSha256(category('person.region'), ['self', 'member'], 'en'),
    ];
    expect(new Set(hashes).size).toBe(4);
  });
});
