import { z } from 'zod';
import type { EditField } from '~/features/directory/edit-form';
import { formFlag, formList, formOptionalText, formText } from '~/lib/forms';
import { NETWORK_ROLES } from '~/lib/standing';
import { PROFILE_LIMITS } from './profile.schema';

const LIMITS = PROFILE_LIMITS;
const PLACE = 200;
const text = (max: number) => formOptionalText({ max });
const longText = (max: number) => formOptionalText({ max, multiline: true });
const terms = formList(z.coerce.number().int(), { max: LIMITS.terms });

/** The profile form as it is sent. */
export const profileForm = z.object({
  version: z.coerce.number().int().positive(),
  base: z.string().max(1000).optional(),
  name: formText({ max: LIMITS.name }),
  alias: text(LIMITS.name),
  aliasOnly: formFlag(),
  pronouns: text(LIMITS.pronouns),
  headline: text(LIMITS.headline),
  bio: longText(LIMITS.bio),
  linkUrl: formList(z.string().max(LIMITS.link, 'too_long'), { max: LIMITS.links + 2 }),
  linkLabel: formList(z.string().max(80, 'too_long'), { max: LIMITS.links + 2 }),
  networkRoles: formList(z.enum(NETWORK_ROLES), { max: 3 }),
  interests: terms,
  skills: terms,
  learning: terms,
  languages: formList(z.string().max(12), { max: 20 }),
  place: text(PLACE),
  placeValue: text(60),
  placeAsked: text(PLACE),
  placeAnswer: text(60),
  exactPlace: text(LIMITS.exactPlace),
  contactEmail: text(LIMITS.contact).pipe(z.email('email').nullable()),
  contactPhone: text(LIMITS.phone),
  contactHandle: text(LIMITS.contact),
  identity: longText(LIMITS.identity),
  needs: longText(LIMITS.needs),
  weaving: formFlag(),
  offMap: formFlag(),
  notIndexed: formFlag(),
});
export type ProfileFormValues = z.output<typeof profileForm>;

const named = (names: string): EditField[] => names.split(' ').map((name) => ({ name }));

export const PROFILE_FIELDS: readonly EditField[] = [
  ...named('name alias aliasOnly pronouns headline bio networkRoles interests skills learning languages'),
  { name: 'links', controls: ['linkUrl', 'linkLabel'], compared: ['linkUrl', 'linkLabel'] },
  { name: 'place', controls: ['place', 'placeValue', 'placeAsked', 'placeAnswer'] },
  ...named('exactPlace contactEmail contactPhone contactHandle identity needs weaving offMap notIndexed'),
];

export const FLAGS = ['aliasOnly', 'weaving', 'offMap', 'notIndexed'] as const;
