import type { Localised } from '#db/schema/network';

type Locale = 'en' | 'es';

/** A text in the reader's language, or in the one it was written in; empty where nobody wrote any. */
export function inReadersLanguage(text: Localised | undefined, locale: Locale): { text: string; language: Locale } {
  const other = locale === 'en' ? 'es' : 'en';
  const language = text?.[locale] || !text?.[other] ? locale : other;
  return { text: text?.[language] ?? '', language };
}
