import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, isHex, toHex, toOklch } from '~/lib/colour';
import { THEME_COLOURS, themeCss, themePath, themeTones } from '~/lib/theme';

/** The tokens of one theme of tokens.css: 0 is light, 1 dark. */
function tokens(theme: 0 | 1): Record<string, string> {
  const css = readFileSync('app/ui/styles/tokens.css', 'utf8');
  const block = [...css.matchAll(/color-scheme[^}]*/g)][theme]?.[0] ?? '';
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]));
}

const themes = [
  ['light', tokens(0)],
  ['dark', tokens(1)],
] as const;

/** The same pairs that the colours of tokens.css are held to. */
function faults(colour: string): string[] {
  return themes.flatMap(([theme, own]) => {
    const { green, hover, tint, on } = themeTones(colour)[theme];
    const all: Record<string, string> = { ...own, green, 'green-hover': hover, 'green-tint': tint, 'on-green': on };
    const pairs: [string, string, number][] = [
      ...['paper', 'card', 'green-tint'].flatMap((surface): [string, string, number][] => [
        ['green', surface, 4.5],
        ['green-hover', surface, 4.5],
      ]),
      ['ink', 'green-tint', 4.5],
      ['ink-soft', 'green-tint', 4.5],
      ['on-green', 'green', 4.5],
      ['on-green', 'green-hover', 4.5],
      ['green', 'red-tint', 3],
      ['green', 'clay-tint', 3],
    ];
    return pairs
      .filter(([a, b, least]) => contrast(all[a] ?? '', all[b] ?? '') < least)
      .map(([a, b]) => `${theme}: ${a} on ${b} (${all[a]} on ${all[b]})`);
  });
}

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('tones of a colour', () => {
  test.each([...Object.values(THEME_COLOURS), '#000000', '#ffffff', '#ffff00', '#ff0000', '#00ffff', '#777777'])(
    '%s can be read in both themes',
    (colour) => expect(faults(colour)).toEqual([]),
  );
  test('so can any other', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        expect(faults(colour)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
  test('keep the colour where it can be read as it is', () => {
    expect(themeTones(THEME_COLOURS.forest).light.green).toBe(THEME_COLOURS.forest);
  });
});

describe('the style sheet', () => {
  test('holds both themes, twice the dark one, and nothing but colours', () => {
    expect(themeCss('#1d5c7a').match(/--green:#[0-9a-f]{6}/g)).toHaveLength(3);
    expect(themeCss('#1d5c7a')).not.toMatch(/undefined|NaN|url/);
  });
  test('has an address of its own for each colour', () => expect(themePath('#1d5c7a')).toBe('/theme.css?v=1d5c7a'));
});

test('a colour survives the way to lightness, chroma and hue and back', () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      expect(toHex(toOklch(colour))).toBe(colour);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['#1f5a43', true],
  ['#1F5A43', false],
  ['1f5a43', false],
  ['#fff', false],
  ['#1f5a43;}', false],
])('%s is a colour: %s', (text, is) => expect(isHex(text)).toBe(is));
