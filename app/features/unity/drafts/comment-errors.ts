import { type FieldCodes, FORM } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';

const LABELS: Record<string, () => string> = {
  name: m.unity_comment_name,
  words: m.unity_comment_words,
  label: m.unity_links_label,
  group: m.unity_circulate_group,
  answer: m.unity_comment_answer,
};

/** A sentence for each field of a comment, or of what a draft is sent round with, that cannot be taken. */
export function errorTexts(errors: FieldCodes): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [field, [code]] of Object.entries(errors)) {
    const label = LABELS[field]?.();
    if (!label) texts[FORM] = m.claims_error_form();
    else if (code === 'required') texts[field] = m.claims_error_required({ label });
    else if (code === 'too_long') texts[field] = m.claims_error_too_long({ label });
    else texts[field] = m.claims_error_invalid({ label });
  }
  return texts;
}
