import { z } from 'zod';
import { formOptionalText } from '~/lib/forms';

const LONGEST = 20_000;
const shape = z.looseObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
});

/** What a browser says of a passkey, as a field of a form: JSON of the outer shape; the rest is checked by its signature. */
const passkeyResponse = z
  .string()
  .max(LONGEST)
  .transform((text, context) => {
    try {
      return shape.parse(JSON.parse(text));
    } catch {
      context.addIssue('invalid');
      return z.NEVER;
    }
  });

/** The two steps of a passkey: without a response, what the browser has to answer; with one, whether that holds. */
export const passkeyForm = <Kind extends string>(kinds: readonly [Kind, ...Kind[]]) =>
  z.object({
    step: z.enum(['options', 'finish']),
    kind: z.enum(kinds),
    response: passkeyResponse.optional(),
    to: formOptionalText({ max: 2000 }),
  });
