import { type SQL, sql } from 'drizzle-orm';

/** SQL of the hearing that goes on, or went on last, of a row of `core.concerns` named `c`: 1, or 2 for the appeal. */
export const ROUND_NOW = sql`case when c.appeal is null then 1 else 2 end`;

/** SQL of how that hearing stands. */
export const STATE_NOW = sql`coalesce(c.appeal, c.state)`;

/** The column that says how a hearing stands. */
export const stateColumn = (round: number): SQL => sql`${sql.identifier(round === 2 ? 'appeal' : 'state')}`;
