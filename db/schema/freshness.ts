import { boolean, date, index, integer, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './_columns';
import { core } from './_schemas';
import { people } from './people';

/** The gentle yearly question whether one's entry is still right: who does not want it, and when it last came. */
export const reminders = core.table('reminders', {
  personId: uuid()
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  off: boolean().notNull().default(false),
  lastOn: date({ mode: 'string' }),
  /** SHA-256 of the token with which the mail itself can be switched off. */
  linkHash: text().unique('reminders_link_key'),
});

/** Links that groups show to everyone, and when each last answered. */
export const linkChecks = core.table(
  'link_checks',
  {
    url: text().primaryKey(),
    nextAt: moment().notNull().defaultNow(),
    checkedAt: moment(),
    answeredAt: moment(),
    failures: integer().notNull().default(0),
    failingSince: date({ mode: 'string' }),
    /** The day of the first failure, once there were enough of them for long enough. */
    deadSince: date({ mode: 'string' }),
  },
  (t) => [index('link_checks_due').on(t.nextAt)],
);
