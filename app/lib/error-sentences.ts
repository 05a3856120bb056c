import { m } from '~/lib/paraglide/messages.js';
import { type FieldCodes, FORM } from './forms';

/** A sentence for each field that cannot be taken as it is; `labels` holds the fields the page has. */
export function errorSentences(errors: FieldCodes, labels: Record<string, string>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [field, [code]] of Object.entries(errors)) {
    const label = labels[field];
    if (!label) texts[FORM] = m.claims_error_form();
    else if (code === 'required') texts[field] = m.claims_error_required({ label });
    else if (code === 'too_long') texts[field] = m.claims_error_too_long({ label });
    else texts[field] = m.claims_error_invalid({ label });
  }
  return texts;
}
