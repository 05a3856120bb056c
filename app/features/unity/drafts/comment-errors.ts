import { errorSentences } from '~/lib/error-sentences';
import type { FieldCodes } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';

/** A sentence for each field of a comment, or of what a draft is sent round with, that cannot be taken. */
export const errorTexts = (errors: FieldCodes): Record<string, string> =>
  errorSentences(errors, {
    name: m.unity_comment_name(),
    words: m.unity_comment_words(),
    label: m.unity_links_label(),
    group: m.unity_circulate_group(),
    answer: m.unity_comment_answer(),
  });
