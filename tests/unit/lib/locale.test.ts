import { afterEach, describe, expect, it } from 'vitest';
import { cookieValue } from '~/lib/http/cookies';
import { acceptedLocale, inLocale, languageOffer, offerLanguages, requestLocale } from '~/lib/messages/locale.server';
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

describe('a network that offers some of our languages', () => {
  afterEach(() => offerLanguages({ locales: ['en', 'es'], fallback: 'en' }));

  it.each<[string, Record<string, string>, 'en' | 'es' | null, string]>([
    ['does not follow a browser that asks for another', { 'Accept-Language': 'en' }, null, 'es'],
    ['nor a cookie of before', { Cookie: 'hub_locale=en' }, null, 'es'],
    ['nor a choice of before', {}, 'en', 'es'],
  ])('%s', (_what, headers, locale, expected) => {
    offerLanguages({ locales: ['es'], fallback: 'es' });
    expect(requestLocale(asking(headers), { kind: 'person', locale })).toBe(expected);
  });

  it.each([
    [
      { locales: ['en', 'es'], fallback: 'es' },
      { locales: ['en', 'es'], fallback: 'es' },
    ],
    [
      { locales: ['es'], fallback: 'en' },
      { locales: ['es'], fallback: 'es' },
    ],
    [
      { locales: [], fallback: 'en' },
      { locales: ['en', 'es'], fallback: 'en' },
    ],
    [
      { locales: ['xx'], fallback: 'xx' },
      { locales: ['en', 'es'], fallback: 'en' },
    ],
  ])('takes %j as %j', (said, taken) => {
    offerLanguages(said as Parameters<typeof offerLanguages>[0]);
    expect(languageOffer()).toEqual(taken);
  });

  it('has a language of its own for readers who ask for none of them', () => {
    offerLanguages({ locales: ['en', 'es'], fallback: 'es' });
    expect(requestLocale(asking({ 'Accept-Language': 'fr' }))).toBe('es');
  });
});
