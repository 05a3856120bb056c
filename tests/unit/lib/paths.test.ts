import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safePath } from '~/lib/paths';
import { REDIRECT_TRICKS } from '../../setup/redirect-tricks';

const KEPT = [
  '/',
  '/people',
  '/people?q=ana&after=x%2Fy',
  '/people?q=%5C%5Cevil.com',
  '/sign-in?to=%2F%2Fevil.com',
  '/groups/a-b_c.d~e',
  '/people/zo%C3%AB',
  '/privacy#person.phone',
  '/100%25',
  '/@evil.com',
];

describe('safePath', () => {
  it.each(KEPT)('keeps %j', (path) => expect(safePath(path, '/no')).toBe(path));
  it.each(REDIRECT_TRICKS)('refuses %j', (path) => expect(safePath(path, '/no')).toBe('/no'));
  it.each([[undefined], [null], [1], [['/a']], [{}]])('refuses what is no text: %j', (value) =>
    expect(safePath(value, '/no')).toBe('/no'),
  );

  const pieces = fc.constantFrom(
    '/',
    '\\',
    '%2f',
    '%5c',
    '%09',
    '\t',
    '\n',
    '.',
    '..',
    '%2e',
    '@',
    ':',
    '?',
    '#',
    'evil.com',
    'http',
    '%25',
    'a',
    ' ',
    '\u0000',
    '%',
  );
  it('leads to this site, however it is put together', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const path = safePath(parts.join(''));
        const url = new URL(path, 'https://hub.example');
        expect(url.origin).toBe('https://hub.example');
        expect(url.pathname.startsWith('//')).toBe(false);
        expect(path).toMatch(/^\/(?![/\\])[\u0021-\u005b\u005d-\u007e]*$/);
      }),
      { numRuns: 5000 },
    );
  });
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (path, text) => {
        for (const each of [path, text, `/${text}`]) expect(safePath(safePath(each))).toBe(safePath(each));
      }),
    );
  });
});
