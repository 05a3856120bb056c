import { index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Standing } from '../../app/lib/standing';
import { created, moment } from './_columns';
import { core } from './_schemas';
import { people } from './people';

/** Someone asked to leave: they are hidden until `eraseAt`, when they are deleted, and may change their mind before. */
export const departures = core.table(
  'departures',
  {
    personId: uuid()
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    askedAt: moment().notNull().defaultNow(),
    eraseAt: moment().notNull(),
    /** What they were, and become again if they stay. */
    standingBefore: text().$type<Standing>().notNull(),
    /** What they would have become again had they shown themselves, for someone who was hidden already. */
    hiddenFrom: text().$type<Standing>(),
  },
  (t) => [index('departures_due').on(t.eraseAt)],
);

/** A purpose of the policy that someone wants nothing of theirs to be used for. */
export const objections = core.table(
  'objections',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    purpose: text().notNull(),
    ...created,
  },
  (t) => [primaryKey({ columns: [t.personId, t.purpose] })],
);
