import { z } from 'zod';

/** Longest texts of a group, in characters. */
export const GROUP_LIMITS = {
  name: 200,
  abbreviation: 40,
  purpose: 5_000,
  activities: 20_000,
  website: 500,
  link: 500,
  links: 12,
  topics: 40,
  email: 254,
  streetAddress: 300,
  placeText: 300,
};

const text = (max: number) => z.string().max(max).nullable().default(null);
const link = z.object({
  url: z.url({ protocol: /^https?$/ }).max(GROUP_LIMITS.link),
  label: z.string().max(80).nullable().default(null),
});

/** A group as it is written: place and topics are resolved already. */
export const groupInput = z.strictObject({
  name: z.string().min(1).max(GROUP_LIMITS.name),
  abbreviation: text(GROUP_LIMITS.abbreviation),
  purpose: text(GROUP_LIMITS.purpose),
  activities: text(GROUP_LIMITS.activities),
  website: z
    .url({ protocol: /^https?$/ })
    .max(GROUP_LIMITS.website)
    .nullable()
    .default(null),
  links: z.array(link).max(GROUP_LIMITS.links).default([]),
  interestIds: z.array(z.number().int()).max(GROUP_LIMITS.topics).default([]),
  townId: z.number().int().nullable().default(null),
  regionKey: z.string().nullable().default(null),
  country: z.string().length(2).nullable().default(null),
  placeText: text(GROUP_LIMITS.placeText),
  email: z.email().max(GROUP_LIMITS.email).nullable().default(null),
  streetAddress: text(GROUP_LIMITS.streetAddress),
});
export type GroupInput = z.input<typeof groupInput>;
export type GroupValues = z.output<typeof groupInput>;

/** What only the hub itself says of a group when it makes one. */
export interface GroupOrigin {
  standing: 'listed' | 'member';
  source?: string | null;
  sourceId?: string | null;
  sourceNote?: string | null;
  listedOn?: string;
  lastConfirmedOn?: string | null;
  /** The last sign of life of a group that has been quiet for long; the hourly job works it out for all others. */
  quietSince?: string | null;
  demo?: boolean;
  slug?: string;
}
