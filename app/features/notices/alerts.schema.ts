import { z } from 'zod';
import { formFlag, formOptionalText } from '~/lib/forms';
import { ALERT_LIMITS } from './alert-limits';

const title = formOptionalText({ max: ALERT_LIMITS.title });
const text = formOptionalText({ max: ALERT_LIMITS.text, multiline: true });

/** An alert as it is written, looked at and sent. Which languages have to be there, the network says. */
export const alertSchema = z.object({
  intent: z.enum(['preview', 'edit', 'send']),
  /** Made with the form, so that pressing twice sends once. */
  id: z.uuid(),
  titleEn: title,
  titleEs: title,
  textEn: text,
  textEs: text,
  place: formOptionalText({ max: ALERT_LIMITS.place }),
  interest: z.union([z.literal(''), z.coerce.number().int().positive()]),
  urgent: formFlag(),
});
export type AlertForm = z.output<typeof alertSchema>;
