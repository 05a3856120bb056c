import { expect, test } from 'vitest';
import { initials } from '~/ui/initials';

test.each([
  ['Marama Okafor', 'MO'],
  ['J. T.', 'JT'],
  ['Élise Sundqvist-Abernathy', 'ÉS'],
  ['E\u0301lise Ng', 'E\u0301N'],
  ['maría josé de la cruz', 'MC'],
  ['Q', 'Q'],
  ['نور العلي', 'ن\u200cا'],
  ['李 小龍', '李小'],
  ['  spaced   out  ', 'SO'],
  ['🌊', '🌊'],
  ['🌊 River', 'R'],
  ['(Ana) Ruiz', 'AR'],
  ['---', '-'],
  ['', ''],
])('%s gives %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
