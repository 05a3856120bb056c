import { bigint, jsonb, text } from 'drizzle-orm/pg-core';
import { moment } from './_columns';
import { core } from './_schemas';

/**
 * What was done with power over others: each entry holds the hash of the one before. No free text and no name; people
 * stand by their subject key, whose only tie to them goes when they are erased. The writer may add, never change.
 */
export const audit = core.table('audit', {
  seq: bigint({ mode: 'number' }).primaryKey(),
  at: moment().notNull(),
  /** Subject key of whoever did it, or `console` for the machine's owner. */
  actorKey: text().notNull(),
  action: text().notNull(),
  /** Subject key of whom it was done to. */
  subjectKey: text(),
  detail: jsonb().$type<Record<string, string | number>>().notNull(),
  previousHash: text().notNull(),
  hash: text().notNull(),
});
