import { sql } from 'drizzle-orm';

/**
 * SQL of the name that a person goes by here, from a row of `core.people` named `p`; null for who shows an alias alone and
 * has none. For those who were told that they would learn it: anyone else reads names from their own projection.
 */
export const GOES_BY = sql`case when p.alias_only then p.alias else p.name end`;
