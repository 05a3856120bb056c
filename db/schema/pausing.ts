import { text, uuid } from 'drizzle-orm/pg-core';
import type { Standing } from '../../app/lib/standing';
import { created, id, moment } from './_columns';
import { core } from './_schemas';
import { people } from './people';

/** The pause of an account that a steward asked for; it holds from `begunAt` on, and goes with all its words when it ends. */
export const pauses = core.table('pauses', {
  id: id(),
  personId: uuid()
    .notNull()
    .unique('pauses_person')
    .references(() => people.id, { onDelete: 'cascade' }),
  /** As the steward who asked saw it: nobody sees it any more while the pause holds. */
  name: text().notNull(),
  askedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
  agreedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
  /** What it is for: to keep others safe from an account (`pause`), or the person themselves (`safety`). */
  kind: text().$type<'pause' | 'safety'>().notNull().default('pause'),
  /** In words for the person themselves. */
  reason: text().notNull(),
  /** What the person says to it, for the stewards. */
  objection: text(),
  /** What the person was before, and becomes again. */
  standingBefore: text().$type<Standing>(),
  begunAt: moment(),
  /** When it ends by itself; none for one that two stewards agreed on. */
  endsAt: moment(),
  ...created,
});
