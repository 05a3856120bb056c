import { type FieldCodes, FORM } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { LANGUAGES } from '~/ui/language-switch';
import { NETWORK_LIMITS } from './network-form';

const LONGEST: Record<string, number> = {
  name: NETWORK_LIMITS.name,
  purpose_en: NETWORK_LIMITS.purpose,
  purpose_es: NETWORK_LIMITS.purpose,
  description_en: NETWORK_LIMITS.description,
  description_es: NETWORK_LIMITS.description,
};

/** What the fields are called. */
export const LABELS: Record<string, () => string> = {
  name: m.network_name,
  ...Object.fromEntries(
    LANGUAGES.flatMap(({ locale, name: language }) => [
      [`purpose_${locale}`, () => m.network_purpose({ language })],
      [`description_${locale}`, () => m.network_description({ language })],
    ]),
  ),
  personName: m.setup_your_name,
  ownInterests: m.setup_own_interests,
  ownSkills: m.setup_own_skills,
};

const SAID: Record<string, () => string> = {
  'name required': m.network_error_name,
  'locales language_none': m.network_error_locales,
  'defaultLocale language_default': m.network_error_default_locale,
  'purpose_en required': m.network_error_purpose,
  'purpose_es required': m.network_error_purpose,
  'ownColour colour': m.network_error_colour,
  'personName required': m.setup_error_person_name,
  'ownInterests terms': () => m.setup_error_terms({ label: m.setup_own_interests() }),
  'ownSkills terms': () => m.setup_error_terms({ label: m.setup_own_skills() }),
};

/** A sentence for each field of the set-up page or the network's page that cannot be saved as it is. */
export function networkErrors(
  codes: FieldCodes,
  locale: Locale,
  longest: Record<string, number> = {},
): Record<string, string> {
  const texts = Object.entries(codes).map(([field, [code = 'invalid']]) => {
    const max = { ...LONGEST, ...longest }[field];
    const label = LABELS[field]?.() ?? '';
    if (code === 'too_long' && max)
      return [field, m.network_error_too_long({ label, max: new Intl.NumberFormat(locale).format(max) })];
    const say = SAID[`${field} ${code}`];
    return say ? [field, say()] : [FORM, m.network_error_form()];
  });
  return Object.fromEntries(texts);
}
