import { sql } from 'drizzle-orm';
import { boolean, check, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Audience } from '../../app/lib/audience';
import { created, moment, timestamps } from './_columns';
import { core, ref } from './_schemas';

/** Published privacy policies; exactly one is in force. A trigger refuses every other change of a row. */
export const policies = ref.table('policies', {
  version: integer().primaryKey(),
  document: text().notNull(),
  sha256: text().notNull().unique(),
  inForce: boolean().notNull().default(false),
  publishedAt: moment().notNull().defaultNow(),
  /** Subject key of the steward who published it, or `console`; null for the one that comes with the software. */
  publishedBy: text(),
});

/** The text that may become the next policy: one row, which all stewards write on. It may hold faults. */
export const policyDrafts = core.table(
  'policy_drafts',
  {
    id: integer().primaryKey().default(1),
    document: text().notNull(),
    /** SHA-256 of the policy that was in force when it was begun, or taken up again. */
    basedOn: text().notNull(),
    ...timestamps,
  },
  (t) => [check('policy_drafts_one_row', sql`${t.id} = 1`)],
);

/** What a person, or a lead for their group, saved for one category, and the words they saw when saving. */
export const sharingGrants = core.table(
  'sharing_grants',
  {
    subjectId: uuid().notNull(),
    subject: text().$type<'person' | 'group'>().notNull(),
    category: text().notNull(),
    audience: text().$type<Audience>().notNull(),
    wordsSha256: text().notNull(),
    policySha256: text().notNull(),
    givenBy: uuid(),
    ...created,
  },
  (t) => [primaryKey({ columns: [t.subjectId, t.category] })],
);
