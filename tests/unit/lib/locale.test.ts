import { describe, expect, it } from 'vitest';
import { acceptedLocale, cookieValue, inLocale, requestLocale } from '~/lib/messages/locale.server';
import { getLocale } from '~/lib/paraglide/runtime.js';

const asking = (headers: Record<string, string>) => ({ headers: new Headers(headers) });

describe('the language of a request', () => {
  it.each<[string, Record<string, string>, 'en' | 'es' | null | undefined, string]>([
    ['is English when nothing is said', {}, undefined, 'en'],
    ['is what the browser asks for', { 'Accept-Language': 'es-MX,es;q=0.9,en;q=0.8' }, undefined, 'es'],
    ['is the cookie before the browser', { 'Accept-Language': 'es', Cookie: 'a=b; hub_locale=en' }, undefined, 'en'],
    ['is the choice before the cookie', { Cookie: 'hub_locale=en' }, 'es', 'es'],
    ['is the cookie without a choice', { Cookie: 'hub_locale=es' }, null, 'es'],
    ['is never one we do not have', { Cookie: 'hub_locale=xx', 'Accept-Language': 'fr,de' }, undefined, 'en'],
  ])('%s', (_what, headers, locale, expected) => {
    expect(
      requestLocale(asking(headers), locale === undefined ? { kind: 'visitor' } : { kind: 'person', locale }),
    ).toBe(expected);
  });

  it.each([
    ['en;q=0.5, es;q=0.9', 'es'],
    ['es;q=0, en', 'en'],
    ['fr, es;q=0.1', 'es'],
    ['ES', 'es'],
    ['*', undefined],
    ['es;q=nonsense', 'es'],
    ['', undefined],
    [`${'x,'.repeat(5000)}es`, undefined],
  ])('reads %j', (header, expected) => expect(acceptedLocale(header)).toBe(expected));

  it('reads one cookie among many', () => {
    expect(cookieValue('xhub_locale=no; hub_locale=es ;b=c', 'hub_locale')).toBe('es');
    expect(cookieValue(null, 'hub_locale')).toBeUndefined();
  });

  it('stays apart in work that goes on at the same time', async () => {
    const later = (locale: 'en' | 'es') =>
      inLocale(locale, async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        return getLocale();
      });
    expect(await Promise.all([later('es'), later('en'), later('es')])).toEqual(['es', 'en', 'es']);
    expect(getLocale()).toBe('en');
  });
});
