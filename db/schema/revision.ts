import { bigint, text } from 'drizzle-orm/pg-core';
import { ref } from './_schemas';

/**
 * Counts the changes of what visitors read (topic "shown") and of the reference data ("reference"): a row for every
 * transaction that changed it. The revision of a topic is the sum of its rows. Rows are only added, so that no writer
 * waits for another, and now and then folded into one.
 */
export const revision = ref.table('revision', {
  topic: text().$type<'shown' | 'reference'>().notNull(),
  n: bigint({ mode: 'number' }).notNull(),
});
