import { date, integer, primaryKey, text } from 'drizzle-orm/pg-core';
import { ref } from './_schemas';

/** Numbers about people as they are published, never as they were counted: one row for each cell of each statistic. */
export const statistics = ref.table(
  'statistics',
  {
    name: text().notNull(),
    /** What the cell counts, such as the key of a region; empty for a statistic of one number. */
    cell: text().notNull().default(''),
    /** Rounded; null stands for fewer than `least`. */
    value: integer(),
    least: integer().notNull(),
    /** What values are multiples of: two of them are alike or at least so far apart. */
    step: integer().notNull(),
    countedOn: date({ mode: 'string' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.name, t.cell] })],
);
