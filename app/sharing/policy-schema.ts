import { z } from 'zod';
import { AUDIENCES } from '~/lib/audience';

export const PURPOSES = [
  'directory',
  'map',
  'introductions',
  'event_logistics',
  'alerts',
  'statistics',
  'safety',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export const RELATIONS = ['connection', 'same_group', 'same_circle', 'event_host', 'event_attendee', 'broker'] as const;
export type Relation = (typeof RELATIONS)[number];

/** How long: as long as the account, group or event stands and so many days more, or simply so many days. */
export const RETENTION = /^(?:(account|group|event)\+)?(\d{1,4})d$/;

const name = z.string().trim().min(1).max(60).optional();

const category = z.strictObject({
  /** What the network calls it, by language; it goes by the hub's own word without. */
  label: z.strictObject({ en: name, es: name }).optional(),
  fields: z.array(z.string()).min(1),
  ceiling: z.enum(AUDIENCES),
  default: z.enum(AUDIENCES),
  relations: z.array(z.enum(RELATIONS)).default([]),
  purposes: z.array(z.enum(PURPOSES)).min(1),
  searchable: z.boolean(),
  basis: z.enum(['consent', 'contract', 'legitimate_interest']),
  retention: z.string().regex(RETENTION, 'retention is written like account+30d or 90d'),
});

export const policyFrontMatter = z.strictObject({
  version: z.number().int().positive(),
  effective: z.union([z.iso.date(), z.date().transform((date) => date.toISOString().slice(0, 10))]),
  categories: z.record(z.string().regex(/^[a-z]+\.[a-z_]+$/), category),
  recipients: z.record(
    z.string(),
    z.strictObject({ categories: z.array(z.string()), purposes: z.array(z.enum(PURPOSES)) }),
  ),
  statistics: z.strictObject({ minimum_cell: z.number().int().min(1), round_to: z.number().int().min(1) }),
});

export type PolicyFrontMatter = z.output<typeof policyFrontMatter>;
