import { baseOf, conflictsBetween } from '~/features/directory/edit-conflicts.server';
import { type EditConflict, type EditField, many } from '~/features/directory/edit-form';
import type { FormValues } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { formatList } from '~/ui/format';
import { LANGUAGES } from '~/ui/language-switch';
import { LABELS } from './network-errors.server';

const MORE: Record<string, () => string> = {
  locales: m.network_locales,
  defaultLocale: m.network_default_locale,
  colour: m.network_colour,
};

/** Settings that two operators may write differently. A colour is compared by what it looks like. */
export const SETTINGS: readonly EditField[] = [
  ...['name', 'locales', 'defaultLocale', 'purpose_en', 'purpose_es', 'description_en', 'description_es'].map(
    (name) => ({ name }),
  ),
  { name: 'colour', controls: ['colour', 'ownColour'], compared: ['ownColour'] },
];

export const settingsBase = (values: FormValues): string => baseOf(values, SETTINGS);

const languageName = (code: string) => LANGUAGES.find(({ locale }) => locale === code)?.name ?? code;

/** Where settings differ from those that somebody saved since the form was made from `base`. */
export function settingsConflicts(
  texts: { mine: FormValues; theirs: FormValues; base: string },
  locale: Locale,
): EditConflict[] {
  if (texts.base === settingsBase(texts.theirs)) return [];
  return conflictsBetween(SETTINGS, texts, {
    label: (field) => ({ ...LABELS, ...MORE })[field]?.() ?? field,
    text: (field, values) => {
      const said = many(values, field === 'colour' ? 'ownColour' : field);
      return formatList(field === 'locales' || field === 'defaultLocale' ? said.map(languageName) : said, locale);
    },
  });
}
