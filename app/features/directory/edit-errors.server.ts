import { type FieldCodes, FORM } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';

interface Wording {
  /** What a field is called on the page. */
  label(field: string): string;
  /** Its longest text in characters. */
  max(field: string): number;
}

/** A sentence for each field that cannot be saved as it is. Faults of controls no page has fall to the form as a whole. */
export function errorTexts(errors: FieldCodes, { label, max }: Wording, locale: Locale): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [field, [code = 'invalid']] of Object.entries(errors)) {
    const known = field === FORM ? '' : label(field);
    if (known) texts[field] = errorText(code, { label: known, max: max(field) }, locale);
    else texts[FORM] = m.profile_error_form({}, { locale });
  }
  return texts;
}

function errorText(code: string, facts: { label: string; max: number }, locale: Locale): string {
  const say = {
    required: m.profile_error_required,
    too_many: m.profile_error_too_many,
    email: m.profile_error_email,
    link: m.profile_error_link,
    alias: m.profile_error_alias,
    place_unknown: m.profile_error_place_unknown,
    place_several: m.profile_error_place_several,
  }[code];
  if (code === 'too_long')
    return m.profile_error_too_long(
      { label: facts.label, max: new Intl.NumberFormat(locale).format(facts.max) },
      { locale },
    );
  return (say ?? m.profile_error_invalid)({ label: facts.label }, { locale });
}
