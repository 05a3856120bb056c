import { z } from 'zod';
import { NETWORK_ROLES, type Standing } from '~/lib/standing';

/** Longest texts of a profile, in characters. */
export const PROFILE_LIMITS = {
  name: 120,
  pronouns: 60,
  headline: 160,
  bio: 4_000,
  contact: 254,
  phone: 40,
  exactPlace: 300,
  identity: 500,
  needs: 1_000,
  links: 8,
  link: 500,
  terms: 30,
};

const text = (max: number) => z.string().max(max).nullable().default(null);
const terms = z.array(z.number().int()).max(PROFILE_LIMITS.terms).default([]);

/** A profile as it is written: place and vocabularies are resolved already. */
export const profileInput = z.strictObject({
  name: z.string().min(1).max(PROFILE_LIMITS.name),
  alias: text(PROFILE_LIMITS.name),
  aliasOnly: z.boolean().default(false),
  pronouns: text(PROFILE_LIMITS.pronouns),
  headline: text(PROFILE_LIMITS.headline),
  bio: text(PROFILE_LIMITS.bio),
  links: z
    .array(
      z.object({
        url: z.url({ protocol: /^https?$/ }).max(PROFILE_LIMITS.link),
        label: z.string().max(80).nullable().default(null),
      }),
    )
    .max(PROFILE_LIMITS.links)
    .default([]),
  networkRoles: z
    .array(z.enum(NETWORK_ROLES))
    .default([])
    .transform((roles) => [...new Set(roles)]),
  interestIds: terms,
  skillIds: terms,
  learnIds: terms,
  languageCodes: z.array(z.string().max(12)).max(20).default([]),
  townId: z.number().int().nullable().default(null),
  regionKey: z.string().nullable().default(null),
  country: z.string().length(2).nullable().default(null),
  exactPlace: text(PROFILE_LIMITS.exactPlace),
  contactEmail: z.email().max(PROFILE_LIMITS.contact).nullable().default(null),
  contactPhone: text(PROFILE_LIMITS.phone),
  contactHandle: text(PROFILE_LIMITS.contact),
  identity: text(PROFILE_LIMITS.identity),
  needs: text(PROFILE_LIMITS.needs),
  weaving: z.boolean().default(false),
  offMap: z.boolean().default(false),
  notIndexed: z.boolean().default(true),
});
export type ProfileInput = z.input<typeof profileInput>;
export type ProfileValues = z.output<typeof profileInput>;

/** What only the hub itself says of a person when it makes one. */
export interface PersonOrigin {
  standing: Standing;
  handle?: string;
  joinedOn?: string | null;
  lastConfirmedOn?: string | null;
  demo?: boolean;
}
