import { type FieldCodes, FORM } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { NETWORK_LIMITS } from './network-form';

const LONGEST: Record<string, number> = {
  name: NETWORK_LIMITS.name,
  purpose_en: NETWORK_LIMITS.purpose,
  purpose_es: NETWORK_LIMITS.purpose,
  description_en: NETWORK_LIMITS.description,
  description_es: NETWORK_LIMITS.description,
};

const SAID: Record<string, () => string> = {
  'name required': m.network_error_name,
  'locales language_none': m.network_error_locales,
  'defaultLocale language_default': m.network_error_default_locale,
  'purpose_en required': m.network_error_purpose,
  'purpose_es required': m.network_error_purpose,
  'ownColour colour': m.network_error_colour,
  'personName required': m.setup_error_person_name,
  'ownInterests terms': m.setup_error_terms,
  'ownSkills terms': m.setup_error_terms,
};

/** A sentence for each field of the set-up page or the network's page that cannot be saved as it is. */
export function networkErrors(
  codes: FieldCodes,
  locale: Locale,
  longest: Record<string, number> = {},
): Record<string, string> {
  const texts = Object.entries(codes).map(([field, [code = 'invalid']]) => {
    const max = { ...LONGEST, ...longest }[field];
    if (code === 'too_long' && max)
      return [field, m.network_error_too_long({ max: new Intl.NumberFormat(locale).format(max) })];
    const say = SAID[`${field} ${code}`];
    return say ? [field, say()] : [FORM, m.network_error_form()];
  });
  return Object.fromEntries(texts);
}
