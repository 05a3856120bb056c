import type { Locale } from '~/lib/paraglide/runtime.js';

/**
 * A text in the first of these languages that it has, or else in one that it has, and which that is; where nobody wrote
 * any it is empty, in the first.
 */
export function inLanguage(
  text: Partial<Record<Locale, string>> | undefined,
  ...wanted: [Locale, ...Locale[]]
): { text: string; language: Locale } {
  const language = [...wanted, 'en' as const, 'es' as const].find((locale) => text?.[locale]) ?? wanted[0];
  return { text: text?.[language] ?? '', language };
}
