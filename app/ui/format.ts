import type { Locale } from './locale';

/** Dates are formatted in one fixed zone, so that the server and the browser agree. */
const zone = 'UTC';

type When = Date | string;
const date = (when: When): Date => (typeof when === 'string' ? new Date(when) : when);

/** Formatters by what they are for: making one takes longer than hundreds of uses of it. */
const made = new Map<string, unknown>();

function formatter<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

export function formatNumber(value: number, locale: Locale): string {
  return formatter(`number ${locale}`, () => new Intl.NumberFormat(locale)).format(value);
}

/** `at least N`: "1,000+". */
export function formatAtLeast(value: number, locale: Locale): string {
  return `${formatNumber(value, locale)}+`;
}

/** "4 August 2026", "4 de agosto de 2026". */
export function formatDay(when: When, locale: Locale): string {
  const tag = locale === 'en' ? 'en-GB' : locale;
  const make = () => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: zone });
  return formatter(`day ${tag}`, make).format(date(when));
}

/** "4 Aug 2026, 16:20 UTC". */
export function formatMoment(when: When, locale: Locale): string {
  const tag = locale === 'en' ? 'en-GB' : locale;
  const make = () => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return `${formatter(`moment ${tag}`, make).format(date(when))} UTC`;
}

/** "August 2026", "agosto de 2026". */
export function formatMonth(when: When, locale: Locale): string {
  const make = () => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: zone });
  return formatter(`month ${locale}`, make).format(date(when));
}

/** "creeks, farms and wells". */
export function formatList(
  items: readonly string[],
  locale: Locale,
  type: 'conjunction' | 'disjunction' = 'conjunction',
) {
  const tag = locale === 'en' ? 'en-GB' : locale;
  return formatter(`list ${tag} ${type}`, () => new Intl.ListFormat(tag, { type })).format(items);
}

/** Kilometres, whole from 10 on: "100 km", "2.5 km". */
export function formatDistance(km: number, locale: Locale): string {
  const maximumFractionDigits = km < 10 ? 1 : 0;
  const make = () => new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilometer', maximumFractionDigits });
  return formatter(`km ${locale} ${maximumFractionDigits}`, make).format(km);
}

/** A day as the `datetime` of a `<time>`: "2026-08-04". */
export function isoDay(when: When): string {
  return date(when).toISOString().slice(0, 10);
}
