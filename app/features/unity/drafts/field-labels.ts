import { m } from '~/lib/paraglide/messages.js';
import { LANGUAGES } from '~/ui/language-switch';

const PARTS: Record<string, (inputs: { language: string }) => string> = {
  title: m.unity_draft_title,
  body: m.unity_draft_body,
  changes: m.unity_draft_changes,
};

/** What a field of a draft is called, such as `body_en`. */
export function fieldLabel(field: string): string {
  const [part = '', locale] = field.split('_');
  const language = LANGUAGES.find((each) => each.locale === locale)?.name ?? '';
  return PARTS[part]?.({ language }) ?? field;
}
