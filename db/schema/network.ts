import { sql } from 'drizzle-orm';
import { boolean, check, integer, jsonb, text } from 'drizzle-orm/pg-core';
import { moment, timestamps } from './_columns';
import { ref } from './_schemas';

/** A text in one or more of the languages offered. */
export type Localised = { en?: string; es?: string };

/** What the network says of itself: one row. */
export const network = ref.table(
  'network',
  {
    id: integer().primaryKey().default(1),
    name: text().notNull(),
    purpose: jsonb().$type<Localised>().notNull(),
    description: jsonb().$type<Localised>().notNull(),
    demo: boolean().notNull().default(false),
    /** `#rrggbb`; null is the green that the hub comes with. */
    themeColor: text(),
    /** Languages of the interface that are offered here, and the one for readers who ask for none of them. */
    locales: text().array().$type<('en' | 'es')[]>().notNull().default(sql`'{en,es}'`),
    defaultLocale: text().$type<'en' | 'es'>().notNull().default('en'),
    /** When its first steward set it up; null in a demo and before that. */
    setUpAt: moment(),
    ...timestamps,
  },
  (t) => [check('network_one_row', sql`${t.id} = 1`)],
);
