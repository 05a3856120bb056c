import { z } from 'zod';
import { formOptionalText, formText } from '~/lib/forms';
import { UNITY_LIMITS } from '../unity.schema';
import { type DraftText, LANGUAGES, type Localised, type Part } from './draft-fields';

const text = (part: Part) => formOptionalText({ max: UNITY_LIMITS[part], multiline: part !== 'title' });

export const draftForm = z.object({
  title_en: text('title'),
  title_es: text('title'),
  body_en: text('body'),
  body_es: text('body'),
  changes_en: text('changes'),
  changes_es: text('changes'),
  base: z.string().max(200).optional(),
});

/** The texts a form sent; what is empty is left out. */
export function readDraft(sent: Omit<z.output<typeof draftForm>, 'base'>): DraftText {
  const part = (name: Part): Localised =>
    Object.fromEntries(
      LANGUAGES.flatMap((language) => {
        const typed = sent[`${name}_${language}`];
        return typed ? [[language, typed]] : [];
      }),
    );
  return { title: part('title'), body: part('body'), changes: part('changes') };
}

export const linkForm = z.object({ intent: z.literal('link'), label: formText({ max: UNITY_LIMITS.label }) });
export const groupForm = z.object({
  intent: z.literal('group'),
  group: formText({ max: 200 }),
  groupValue: formOptionalText({ max: 200 }),
});
export const takeBackForm = z.object({ intent: z.enum(['revoke', 'remove-group']), id: z.uuid() });
export const answerForm = z.object({
  intent: z.literal('answer'),
  id: z.uuid(),
  answer: formOptionalText({ max: UNITY_LIMITS.words, multiline: true }),
});
export const commentChangeForm = z.object({ intent: z.enum(['up', 'remove']), id: z.uuid() });
export const closingForm = z.object({ intent: z.enum(['close', 'open']) });
