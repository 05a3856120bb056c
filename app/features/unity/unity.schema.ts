import { z } from 'zod';
import { formFlag, formOptionalText, formText } from '~/lib/forms';

export const UNITY_LIMITS = { title: 120, body: 30_000, changes: 2_000, label: 120, name: 80, words: 4_000 };

const number = z
  .string()
  .regex(/^[1-9]\d{0,6}$/, 'invalid')
  .transform(Number);

export const signForm = z.object({ version: number, named: formFlag() });
export const publishForm = z.object({ version: number });
export const groupSignForm = z.object({ version: number, named: formFlag(), logo: formFlag() });
export const signerForm = z.object({ person: z.uuid(), intent: z.enum(['confirm', 'remove']) });
export const commentForm = z.object({
  name: formOptionalText({ max: UNITY_LIMITS.name }),
  words: formText({ max: UNITY_LIMITS.words, multiline: true }),
});
