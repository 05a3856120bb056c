import { z } from 'zod';
import { formFlag } from '~/lib/forms';
import { isTimeZone } from './local-time';
import { topicField } from './topic-field';

const hour = z.coerce.number().int().min(0).max(23);

/** Name of a time zone, or nothing for that of the network. */
const zone = z
  .string()
  .max(60)
  .refine((name) => name === '' || isTimeZone(name), 'unknown');

/** The form of one's own notices; each topic adds a field of its own. */
export const noticesSchema = (topics: readonly { key: string; kinds: readonly string[] }[]) =>
  z.object({
    intent: z.literal('save'),
    reminder: z.enum(['yes', 'no']),
    timeZone: zone,
    quietFrom: hour,
    quietTo: hour,
    alertsByPlace: formFlag(),
    alertsByInterest: formFlag(),
    allOff: formFlag(),
    ...Object.fromEntries(topics.map(({ key, kinds }) => [topicField(key), z.enum(kinds as [string, ...string[]])])),
  });

/** When the weekly letter goes out. */
export const letterTimeSchema = z.object({
  weekday: z.coerce.number().int().min(1).max(7),
  hour,
  timeZone: zone.refine((name) => name !== ''),
});
