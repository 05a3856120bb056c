import { z } from 'zod';
import { formEmail, formFlag, formList, formOptionalText, formText } from '~/lib/forms';
import { CONCERN_LIMITS } from './limits';

/** An address that may be left out. */
const optionalEmail = () =>
  z
    .string()
    .optional()
    .transform((text) => text?.trim() || undefined)
    .pipe(formEmail().optional());
const step = () => formText({ max: CONCERN_LIMITS.step, multiline: true });

export const raiseForm = z.object({
  words: formText({ max: CONCERN_LIMITS.words, multiline: true }),
  about: formOptionalText({ max: CONCERN_LIMITS.about }),
  contact: optionalEmail(),
  mayName: formFlag(),
  involved: formList(z.uuid(), { max: 100 }),
  only: formFlag(),
});
export type RaiseInput = z.output<typeof raiseForm>;

/** What a party says to the stewards who hear the concern. */
export const sayForm = z.object({ intent: z.literal('say'), words: step() });
export const appealForm = z.object({ intent: z.literal('appeal'), words: step(), contact: optionalEmail() });

/** What a steward who hears a concern writes. */
export const stepForm = z.object({
  intent: z.enum(['call_raiser', 'to_raiser', 'to_about', 'heard', 'note', 'close']),
  words: step(),
});
export const tellForm = z.object({
  intent: z.literal('tell'),
  words: step(),
  person: formOptionalText({ max: CONCERN_LIMITS.about }),
});
export const stepBackForm = z.object({ intent: z.literal('step_back') });

/** Who takes concerns. */
export const contactForm = z.object({ intent: z.enum(['ask', 'remove']), person: z.uuid() });
export const ownForm = z.object({ intent: z.enum(['agree', 'remove_outside']) });
export const outsideForm = z.object({
  intent: z.literal('outside'),
  name: formText({ max: CONCERN_LIMITS.name }),
  email: formEmail(),
  locale: z.enum(['en', 'es']),
});
