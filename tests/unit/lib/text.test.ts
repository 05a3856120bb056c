import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, levenshtein, words } from '~/lib/text';

describe('fold', () => {
  test.each([
    ['  Climate   JUSTICE ', 'climate justice'],
    ['São Paulo', 'sao paulo'],
    ['Sa\u0303o', 'sao'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['STRASSE ẞ', 'strasse ss'],
    ['Ærøskøbing', 'aeroskobing'],
    ['Þórður Œuvre', 'thordur oeuvre'],
    ['İstanbul', 'istanbul'],
    ['Diyarbakır', 'diyarbakir'],
    ['Việt Nam', 'viet nam'],
    ['U.S.A.', 'u s a'],
    ['Lismore, NSW', 'lismore nsw'],
    ["People's Water", 'peoples water'],
    ['Hawaiʻi', 'hawaii'],
    ['Hawai’i', 'hawaii'],
    ["L'Alliance", 'l alliance'],
    ['O’Brien', 'o brien'],
    ['ﬁne ①', 'fine 1'],
    ['℡', 'tel'],
    ['مُحَمَّد', 'محمد'],
    ['أحمد إبراهيم آل', 'احمد ابراهيم ال'],
    ['ســلام', 'سلام'],
    ['٢٠٢٦', '2026'],
    ['שָׁלוֹם', 'שלום'],
    ['בית־ספר', 'בית ספר'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['Київ', 'киів'],
    ['हिन्दी', 'हिन्दी'],
    ['がぎ', 'がぎ'],
    ['zero\u200bwidth \u202eleft', 'zerowidth left'],
    ['a\u0000b', 'a b'],
    ['😀 — %_\\', ''],
    ['', ''],
  ])('%j becomes %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => fold(fold(text)) === fold(text)),
      { numRuns: 3000 },
    );
  });

  test('upper and lower case of ordinary names fold alike', () => {
    for (const name of ['Núñez', 'Öztürk', 'Çelik', 'Žižek', 'Ng', 'Αθήνα']) {
      expect(fold(name.toUpperCase())).toBe(fold(name));
      expect(fold(name.toLowerCase())).toBe(fold(name));
    }
  });
});

test('words are distinct and keep the order of their first appearance', () => {
  expect(words('Water is life. Water, LIFE!')).toEqual(['water', 'is', 'life']);
  expect(words(' … ')).toEqual([]);
});

describe('levenshtein', () => {
  test.each([
    ['', '', 2, 0],
    ['chicago', 'chicago', 2, 0],
    ['chcago', 'chicago', 2, 1],
    ['kitten', 'sitting', 3, 3],
    ['kitten', 'sitting', 2, 3],
    ['abc', '', 3, 3],
    ['abc', 'xyzw', 1, 2],
    ['short', 'much longer', 2, 3],
  ])('%j and %j within %i: %i', (a, b, max, distance) => {
    expect(levenshtein(a, b, max)).toBe(distance);
  });

  test('is symmetric, and zero only for equals', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(levenshtein(a, b, 9)).toBe(levenshtein(b, a, 9));
        expect(levenshtein(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });
});
