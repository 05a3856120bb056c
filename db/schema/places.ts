import { sql } from 'drizzle-orm';
import {
  bigint,
  char,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import { point } from './_columns';
import { ref } from './_schemas';

/** Population is that of the listed towns together: it orders suggestions and is no statistic. */
export const country = ref.table('country', {
  code: char('code', { length: 2 }).primaryKey(),
  name: text('name').notNull(),
  names: jsonb('names').$type<{ en: string; es: string }>().notNull(),
  population: bigint('population', { mode: 'number' }).notNull(),
});

/** First-level administrative division. The key is the country's code, a hyphen and GeoNames' admin1 code: US-IL, AU-02. */
export const region = ref.table(
  'region',
  {
    key: text('key').primaryKey(),
    country: char('country', { length: 2 }).notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    folded: text('folded').notNull(),
    population: bigint('population', { mode: 'number' }).notNull(),
  },
  (t) => [index('region_folded').on(t.folded.op('text_pattern_ops'))],
);

/** A town; the id is GeoNames', the point is (longitude, latitude). */
export const place = ref.table(
  'place',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    folded: text('folded').notNull(),
    country: char('country', { length: 2 }).notNull(),
    regionKey: text('region_key'),
    population: integer('population').notNull(),
    lat: doublePrecision('lat').notNull(),
    lng: doublePrecision('lng').notNull(),
    geo: point('geo').notNull().generatedAlwaysAs(sql`point(lng, lat)`),
  },
  (t) => [
    index('place_folded').on(t.folded.op('text_pattern_ops')),
    index('place_large_folded').on(t.folded.op('text_pattern_ops')).where(sql`population > 15000`),
    index('place_huge_folded').on(t.folded.op('text_pattern_ops')).where(sql`population > 200000`),
    index('place_region').on(t.regionKey),
    index('place_geo').using('gist', t.geo),
  ],
);

export const postalCode = ref.table(
  'postal_code',
  {
    country: char('country', { length: 2 }).notNull(),
    code: text('code').notNull(),
    placeId: integer('place_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.country, t.code] })],
);

/** Another name for exactly one town, region or country, folded. */
export const placeAlias = ref.table(
  'place_alias',
  {
    folded: text('folded').notNull(),
    placeId: integer('place_id'),
    regionKey: text('region_key'),
    country: char('country', { length: 2 }),
  },
  (t) => [
    unique('place_alias_key').on(t.folded, t.placeId, t.regionKey, t.country).nullsNotDistinct(),
    index('place_alias_folded').on(t.folded.op('text_pattern_ops')),
    check('place_alias_names_one', sql`num_nonnulls(place_id, region_key, country) = 1`),
  ],
);

/** Which edition of a shipped data set is loaded, by the SHA-256 of its files. */
export const dataset = ref.table('dataset', {
  name: text('name').primaryKey(),
  sha256: text('sha256').notNull(),
  loadedAt: timestamp('loaded_at', { withTimezone: true }).notNull().defaultNow(),
});
