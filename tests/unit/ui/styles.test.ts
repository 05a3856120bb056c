import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const folder = 'app/ui/styles/';
const sheets = readdirSync(folder).map((name) => ({ name, css: readFileSync(folder + name, 'utf8') }));
const parts = readdirSync('app/ui')
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ name, source: readFileSync(`app/ui/${name}`, 'utf8') }));

test('the style sheets stay under 9 kB compressed', () => {
  expect(gzipSync(sheets.map(({ css }) => css).join('')).length).toBeLessThan(9 * 1024);
});

test.each(sheets)('$name speaks of start and end, not of left and right', ({ css }) => {
  expect(css).not.toMatch(
    /(margin|padding|border)-(left|right|top|bottom)|(^|[\s;{])(left|right):|text-align: (left|right)/,
  );
});

test.each(sheets)('$name fetches nothing from elsewhere and inlines no data', ({ css }) => {
  expect(css).not.toMatch(/data:|https?:/);
});

test.each(sheets.filter(({ name }) => name !== 'tokens.css' && name !== 'media.css'))(
  '$name takes its colours from the tokens',
  ({ css }) => {
    expect(css).not.toMatch(/#[0-9a-f]{3,8}\b/i);
  },
);

test.each(parts)('$name renders no style attribute', ({ source }) => {
  expect(source).not.toMatch(/\bstyle=/);
});
