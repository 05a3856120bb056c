import { AsyncLocalStorage } from 'node:async_hooks';
import { cookieValue } from '~/lib/http/cookies';
import { currentRequest } from '~/lib/http/request-store.server';
import { baseLocale, isLocale, type Locale, locales, overwriteGetLocale } from '~/lib/paraglide/runtime.js';

export const LOCALE_COOKIE = 'hub_locale';

const chosen = new AsyncLocalStorage<Locale>();

overwriteGetLocale(() => chosen.getStore() ?? currentRequest()?.locale ?? baseLocale);

/** Runs `work`, and whatever it awaits, with messages in `locale`. */
export const inLocale = <T>(locale: Locale, work: () => T): T => chosen.run(locale, work);

/** Which languages this network offers, and the one for readers who ask for none of them. */
export interface LanguageOffer {
  locales: readonly Locale[];
  fallback: Locale;
}

const EVERY: LanguageOffer = { locales, fallback: baseLocale };
let offer = EVERY;

/** The languages this process offers; all of ours until a network said otherwise. */
export const languageOffer = (): LanguageOffer => offer;

/** Takes over what the network offers. A language we do not speak is left out; without any, all are offered. */
export function offerLanguages(next: LanguageOffer): void {
  const known = next.locales.filter((each) => isLocale(each));
  const [first] = known;
  offer = first ? { locales: known, fallback: known.includes(next.fallback) ? next.fallback : first } : EVERY;
}

const isOffered = (locale: unknown): locale is Locale => offer.locales.some((each) => each === locale);

/** The first of these that is offered, or else the network's own. */
export const offeredLocale = (...wanted: unknown[]): Locale => wanted.find(isOffered) ?? offer.fallback;

/** The best of the languages offered for an `Accept-Language` header, by weight and then by order. */
export function acceptedLocale(header: string | null | undefined): Locale | undefined {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((each) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(each)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    });
  const known = wanted.filter((each) => each.weight > 0 && isOffered(each.language));
  return known.sort((a, b) => b.weight - a.weight)[0]?.language as Locale | undefined;
}

/** The person's choice, then the browser's cookie, then what the browser asks for, then the network's own; never one that is not offered. */
export function requestLocale(
  request: Pick<Request, 'headers'>,
  viewer?: { kind: string; locale?: Locale | null },
): Locale {
  const { headers } = request;
  const cookie = cookieValue(headers.get('Cookie'), LOCALE_COOKIE);
  return offeredLocale(viewer?.locale, cookie, acceptedLocale(headers.get('Accept-Language')));
}

const YEAR_SECONDS = 365 * 24 * 3600;

/** The cookie that keeps a language for a year. It says nothing but the language. */
export const localeCookie = (locale: Locale, secure: boolean): string =>
  `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
