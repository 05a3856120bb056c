import { expect, it } from 'vitest';
import { inLanguage } from '~/lib/localised';

it.each([
  [{ en: 'a', es: 'b' }, 'es', { text: 'b', language: 'es' }],
  [{ en: 'a' }, 'es', { text: 'a', language: 'en' }],
  [{ es: 'b' }, 'en', { text: 'b', language: 'es' }],
  [{ en: '', es: 'b' }, 'en', { text: 'b', language: 'es' }],
  [undefined, 'es', { text: '', language: 'es' }],
] as const)('of %o a reader of %s gets %o', (text, locale, expected) => {
  expect(inLanguage(text, locale)).toEqual(expected);
});

it('is in the language of the network where the reader has none in theirs', () => {
  expect(inLanguage({ es: 'b' }, 'en', 'es')).toEqual({ text: 'b', language: 'es' });
});
