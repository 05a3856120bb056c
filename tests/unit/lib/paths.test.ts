import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safePath } from '~/lib/paths';

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

const REFUSED = [
  '',
  'people',
  'evil.com',
  '//evil.com',
  '///evil.com',
  '////evil.com/%2f..',
  '/\\evil.com',
  '\\/evil.com',
  '\\\\evil.com',
  '/\\/evil.com',
  '/\t/evil.com',
  '/\n/evil.com',
  '/\r\n/evil.com',
  '\t//evil.com',
  ' //evil.com',
  '/ /evil.com',
  '/%09/evil.com',
  '/%0a/evil.com',
  '/%0d%0aSet-Cookie:x=1',
  '/%00/evil.com',
  '/%5cevil.com',
  '/%5Cevil.com',
  '/%255cevil.com',
  '/%25255cevil.com',
  '/%2f%2fevil.com',
  '/%2F/evil.com',
  '/%252fevil.com',
  '/%2fevil.com',
  '/.//evil.com',
  '/..//evil.com',
  '/a/..//evil.com',
  '/%2e//evil.com',
  '/%2e%2e//evil.com',
  '/./%2fevil.com',
  '/%zz',
  '/%c3%28',
  '/\u2028/evil.com',
  '/\u0085/evil.com',
  'http://evil.com',
  'https:evil.com',
  'https:/evil.com',
  'HTTPS://evil.com',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'http:///evil.com',
  '//user@evil.com',
  'http://localhost:3000@evil.com/',
  '//evil%E3%80%82com',
  `/${'a'.repeat(3000)}`,
];

describe('safePath', () => {
  it.each(KEPT)('keeps %j', (path) => expect(safePath(path, '/no')).toBe(path));
  it.each(REFUSED)('refuses %j', (path) => expect(safePath(path, '/no')).toBe('/no'));
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
