import { describe, expect, test } from 'vitest';
import { LocaleContext } from '~/ui/locale';
import { Main } from '~/ui/main';
import { currentMark } from '~/ui/nav-links';
import { SiteFooter } from '~/ui/site-footer';
import { SiteHeader } from '~/ui/site-header';
import { SkipLink } from '~/ui/skip-link';
import { html } from './render';

const nav = [
  { to: '/people', label: 'People' },
  { to: '/groups', label: 'Groups' },
];
const header = (viewer: null | { name: string }, path = '/people') =>
  html(<SiteHeader network={{ name: 'Two Rivers' }} nav={nav} viewer={viewer} currentPath={path} />);

test.each([
  ['/people', '/people', 'page'],
  ['/people', '/people/ana', 'true'],
  ['/people', '/peoples', undefined],
  ['/', '/people', undefined],
  ['/', '/', 'page'],
])('from %s, %s is marked %s', (to, path, mark) => expect(currentMark(to, path)).toBe(mark));

describe('the header', () => {
  test('offers a visitor to sign in', () => {
    expect(header(null)).toContain('href="/sign-in"');
    expect(header(null)).not.toContain('/sign-out');
  });
  test('offers a member their hub, and signs out by a form', () => {
    const out = header({ name: 'Ana' });
    expect(out).toContain('href="/home"');
    expect(out).toContain('<form method="post" action="/sign-out">');
    expect(out).toContain('<bdi>Ana</bdi>');
  });
  test('marks one page as the current one', () => expect(header(null).match(/aria-current="page"/g)).toHaveLength(1));
  test('opens its menu without script', () => {
    expect(header(null)).toMatch(/popovertarget="site-menu"/);
    expect(header(null)).toMatch(/id="site-menu"[^>]*popover="auto"/);
  });
});

test('the language switch posts the choice and where to return to, and marks the language in use', () => {
  const out = html(
    <LocaleContext.Provider value="es">
      <SiteFooter currentPath="/people?q=agua" sourceUrl="https://example.org/source" />
    </LocaleContext.Provider>,
  );
  expect(out).toContain('action="/language"');
  expect(out).toContain('name="returnTo" value="/people?q=agua"');
  expect(out).toMatch(/value="es"[^>]*aria-pressed="true"/);
  expect(out).toMatch(/value="en"[^>]*aria-pressed="false"/);
  expect(out).toContain('href="https://example.org/source"');
});

test('the skip link leads to the one main region', () => {
  expect(html(<SkipLink />)).toContain('href="#content"');
  expect(html(<Main>x</Main>)).toContain('<main id="content"');
});

test('the language switch holds the languages of the network, and is away where there is one', () => {
  const footer = (locales: ('en' | 'es')[]) =>
    html(<SiteFooter currentPath="/" sourceUrl="https://example.org/source" locales={locales} />);
  expect(footer(['en', 'es'])).toContain('value="es"');
  expect(footer(['es'])).not.toContain('action="/language"');
});
