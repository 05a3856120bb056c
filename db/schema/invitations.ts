import { index, text, uuid } from 'drizzle-orm/pg-core';
import { created, id, moment } from './_columns';
import { core } from './_schemas';
import { importRuns } from './imports';
import { people } from './people';

/** A person somebody else wrote down: who they are told we have it from, and the address they can be asked at. */
export const importedPeople = core.table(
  'imported_people',
  {
    personId: uuid()
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Lower case. Used to ask this person once, and never shown to anyone but stewards. */
    email: text().notNull().unique('imported_people_email_key'),
    /** Where the address comes from, in words for the person themselves. */
    source: text().notNull(),
    sourceId: text(),
    importedAt: moment().notNull().defaultNow(),
    runId: uuid().references(() => importRuns.id, { onDelete: 'set null' }),
  },
  (t) => [index('imported_people_run').on(t.runId), index('imported_people_age').on(t.importedAt)],
);

/** The one invitation of an imported person. */
export const invitations = core.table('invitations', {
  id: id(),
  personId: uuid()
    .notNull()
    .unique('invitations_person')
    .references(() => importedPeople.personId, { onDelete: 'cascade' }),
  /** SHA-256 of the token in the link, which is made anew from the row's id whenever it is needed. */
  tokenHash: text().notNull().unique('invitations_token_hash'),
  locale: text().$type<'en' | 'es'>().notNull(),
  expiresAt: moment().notNull(),
  /** The batch it is part of, if any. */
  batchId: uuid(),
  /** When it was written once more, after nothing was heard. */
  remindedAt: moment(),
  ...created,
});
