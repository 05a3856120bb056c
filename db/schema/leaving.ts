import { sql } from 'drizzle-orm';
import { check, index, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment } from './_columns';
import { core } from './_schemas';
import { people } from './people';

/**
 * A random key for every person, made by a trigger. What outlives a person (tombstones, chains) holds the key and never
 * the person's id, and this row, the only link between both, goes with them.
 */
export const subjectKeys = core.table('subject_keys', {
  key: uuid().primaryKey().default(sql`gen_random_uuid()`),
  personId: uuid()
    .notNull()
    .unique('subject_keys_person')
    .references(() => people.id, { onDelete: 'cascade' }),
});

/** Someone asked not to be here: keyed hash of their address, and their subject key. No word of theirs. */
export const tombstones = core.table(
  'tombstones',
  {
    id: id(),
    addressHash: text(),
    subjectKey: uuid(),
    erasedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    unique('tombstones_key').on(t.addressHash, t.subjectKey).nullsNotDistinct(),
    index('tombstones_subject').on(t.subjectKey),
    check('tombstones_say_something', sql`${t.addressHash} is not null or ${t.subjectKey} is not null`),
  ],
);
