import type { EditField } from '~/features/directory/edit-form';
import type { FormValues } from '~/lib/forms';

export const LANGUAGES = ['en', 'es'] as const;
export const PARTS = ['title', 'body', 'changes'] as const;
export type Part = (typeof PARTS)[number];
export type Localised = Partial<Record<(typeof LANGUAGES)[number], string>>;
export type DraftText = Record<Part, Localised>;

/** Every field of the form: each part in each language. */
export const DRAFT_FIELDS: readonly (EditField & { part: Part; language: (typeof LANGUAGES)[number] })[] =
  PARTS.flatMap((part) => LANGUAGES.map((language) => ({ name: `${part}_${language}`, part, language })));

/** What the form shows of a draft that is stored. */
export const draftFormValues = (draft: DraftText): FormValues =>
  Object.fromEntries(DRAFT_FIELDS.map(({ name, part, language }) => [name, draft[part][language] ?? '']));
