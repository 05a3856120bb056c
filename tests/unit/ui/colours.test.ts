import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('app/ui/styles/tokens.css', 'utf8');

type Palette = Record<string, string>;

function palettes(): [light: Palette, darkByDevice: Palette, darkForced: Palette] {
  const blocks = [...css.matchAll(/color-scheme[^}]*/g)].map(([block]) =>
    Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex])),
  );
  const [light, byDevice, forced] = blocks;
  if (!light || !byDevice || !forced) throw new Error('tokens.css lost a palette');
  return [light, byDevice, forced];
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string | undefined, b: string | undefined): number {
  const [low = 0, high = 0] = [luminance(a ?? ''), luminance(b ?? '')].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ['paper', 'card', 'green-tint', 'clay-tint', 'red-tint'];
const textPairs = [
  ...surfaces.map((surface) => ['ink', surface]),
  ...['paper', 'card', 'green-tint'].flatMap((surface) => [
    ['ink-soft', surface],
    ['green', surface],
    ['green-hover', surface],
  ]),
  ...['paper', 'card'].flatMap((surface) => [
    ['clay', surface],
    ['red', surface],
  ]),
  ['on-green', 'green'],
  ['on-green', 'green-hover'],
  ['on-red', 'red'],
  ['on-red', 'red-hover'],
] as [string, string][];
const shapePairs = [
  ['edge', 'paper'],
  ['edge', 'card'],
  ['green', 'red-tint'],
  ['green', 'clay-tint'],
] as [string, string][];

const [light, byDevice, forced] = palettes();

describe.each([
  ['light', light],
  ['dark', byDevice],
])('%s theme', (_theme, palette) => {
  test.each(textPairs)('text %s on %s has a contrast of at least 4.5', (text, surface) => {
    expect(contrast(palette[text], palette[surface])).toBeGreaterThanOrEqual(4.5);
  });
  test.each(shapePairs)('borders and focus %s on %s have a contrast of at least 3', (shape, surface) => {
    expect(contrast(palette[shape], palette[surface])).toBeGreaterThanOrEqual(3);
  });
});

test('dark is the same whether the device or the page asks for it', () => {
  expect(forced).toEqual(byDevice);
});

test('both themes define the same colours', () => {
  expect(Object.keys(byDevice)).toEqual(Object.keys(light));
});
