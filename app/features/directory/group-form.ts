import { z } from 'zod';
import { formList, formOptionalText, formText } from '~/lib/forms';
import type { EditField } from './edit-form';
import { GROUP_LIMITS } from './groups.schema';

const LIMITS = GROUP_LIMITS;
const text = (max: number) => formOptionalText({ max });
const longText = (max: number) => formOptionalText({ max, multiline: true });

/** The edit form of a group as it is sent. */
export const groupForm = z.object({
  version: z.coerce.number().int().positive(),
  base: z.string().max(1000).optional(),
  name: formText({ max: LIMITS.name }),
  abbreviation: text(LIMITS.abbreviation),
  purpose: longText(LIMITS.purpose),
  activities: longText(LIMITS.activities),
  website: text(LIMITS.website),
  linkUrl: formList(z.string().max(LIMITS.link, 'too_long'), { max: LIMITS.links + 2 }),
  linkLabel: formList(z.string().max(80, 'too_long'), { max: LIMITS.links + 2 }),
  topics: formList(z.coerce.number().int(), { max: LIMITS.topics }),
  place: text(LIMITS.placeText),
  placeValue: text(60),
  placeAsked: text(LIMITS.placeText),
  placeAnswer: text(60),
  email: text(LIMITS.email).pipe(z.email('email').nullable()),
  streetAddress: text(LIMITS.streetAddress),
});
export type GroupFormValues = z.output<typeof groupForm>;

export const GROUP_FIELDS: readonly EditField[] = [
  { name: 'name' },
  { name: 'abbreviation' },
  { name: 'purpose' },
  { name: 'activities' },
  { name: 'website' },
  { name: 'links', controls: ['linkUrl', 'linkLabel'], compared: ['linkUrl', 'linkLabel'] },
  { name: 'topics' },
  { name: 'place', controls: ['place', 'placeValue', 'placeAsked', 'placeAnswer'] },
  { name: 'email' },
  { name: 'streetAddress' },
];
