import { text } from 'drizzle-orm/pg-core';
import { created, id, moment } from './_columns';
import { core } from './_schemas';

/** The one link by which the first steward sets a network up. It is deleted when it has served. */
export const setUpLinks = core.table('set_up_links', {
  id: id(),
  /** SHA-256 of the token in the link. */
  hash: text().notNull().unique('set_up_links_hash_key'),
  /** Lower case. */
  email: text().notNull(),
  expiresAt: moment().notNull(),
  ...created,
});
