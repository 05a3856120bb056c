import type { FormValues } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { formatList } from '~/ui/format';
import { LANGUAGES } from '~/ui/language-switch';
import { LABELS } from './network-errors.server';

const MORE: Record<string, () => string> = {
  locales: m.network_locales,
  defaultLocale: m.network_default_locale,
  ownColour: m.network_colour,
};

const languageName = (code: string) => LANGUAGES.find(({ locale }) => locale === code)?.name ?? code;

/** Where settings differ, with the other's text of each; what is empty there is said to be. */
export function differing(mine: FormValues, theirs: FormValues, locale: Locale): { label: string; text: string }[] {
  return Object.keys(theirs).flatMap((field) => {
    const label = { ...LABELS, ...MORE }[field]?.();
    const text = [theirs[field] ?? []].flat();
    if (!label || [mine[field] ?? []].flat().join('\n') === text.join('\n')) return [];
    const isLanguage = field === 'locales' || field === 'defaultLocale';
    return [
      { label, text: formatList(isLanguage ? text.map(languageName) : text, locale) || m.profile_conflict_empty() },
    ];
  });
}
