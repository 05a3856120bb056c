import { boolean, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Audience } from '../../app/lib/audience';
import { created, moment } from './_columns';
import { core, ref } from './_schemas';

/** Published privacy policies, immutable; exactly one is in force. */
export const policies = ref.table('policies', {
  version: integer().primaryKey(),
  document: text().notNull(),
  sha256: text().notNull().unique(),
  inForce: boolean().notNull().default(false),
  publishedAt: moment().notNull().defaultNow(),
});

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
