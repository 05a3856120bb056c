import { m } from '~/lib/paraglide/messages.js';
import { LANGUAGES } from '~/ui/language-switch';
import type { Lang } from './edit-fields';
import type { JoinText } from './join-texts';

const LABELS: Record<JoinText, (language: { language: string }) => string> = {
  get: m.join_edit_get,
  give: m.join_edit_give,
  questions: m.join_edit_questions,
  mailSubject: m.join_edit_mail_subject,
  mailText: m.join_edit_mail_text,
};

export const languageName = (lang: Lang): string => LANGUAGES.find(({ locale }) => locale === lang)?.name ?? lang;

/** What a text of the join page is called in one language. */
export const textLabel = (text: JoinText, lang: Lang): string => LABELS[text]({ language: languageName(lang) });
