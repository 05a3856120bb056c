import { sql } from 'drizzle-orm';
import { boolean, check, integer, jsonb, text } from 'drizzle-orm/pg-core';
import { timestamps } from './_columns';
import { ref } from './_schemas';

type Localised = { en: string; es?: string };

/** What the network says of itself: one row. */
export const network = ref.table(
  'network',
  {
    id: integer().primaryKey().default(1),
    name: text().notNull(),
    purpose: jsonb().$type<Localised>().notNull(),
    description: jsonb().$type<Localised>().notNull(),
    demo: boolean().notNull().default(false),
    ...timestamps,
  },
  (t) => [check('network_one_row', sql`${t.id} = 1`)],
);
