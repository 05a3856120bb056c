import { boolean, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core';
import { created, id, moment } from './_columns';
import { core } from './_schemas';

/** Fixed windows; `key` is a keyed hash where it stands for an address or a network. */
export const rateLimits = core.table(
  'rate_limits',
  {
    key: text().notNull(),
    windowStart: moment().notNull(),
    hits: integer().notNull().default(0) /** For a window of more than two days. */,
    keptUntil: moment(),
  },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] })],
);

export type OutboxState = 'waiting' | 'sent' | 'failed' | 'dropped';

/** Mail to be sent: which template and which rows it is about, never its text or an address. */
export const outbox = core.table(
  'outbox',
  {
    id: id(),
    template: text().notNull(),
    about: jsonb().$type<Record<string, string>>().notNull(),
    state: text().$type<OutboxState>().notNull().default('waiting'),
    attempts: integer().notNull().default(0),
    runAt: moment().notNull().defaultNow(),
    leasedUntil: moment(),
    /** The provider remembers an idempotency key for a day from here on. */
    firstTriedAt: moment(),
    lastError: text(),
    providerId: text(),
    sentAt: moment(),
    /** Mail that can wait, of which there may be thousands: it lets all other mail pass. */
    bulk: boolean().notNull().default(false),
    /** When an operator took note that it could not be sent. */
    notedAt: moment(),
    ...created,
  },
  (t) => [index('outbox_due').on(t.state, t.runAt)],
);
