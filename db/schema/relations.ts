import { index, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { created } from './_columns';
import { core } from './_schemas';
import { groups } from './groups';
import { people } from './people';

/** What somebody opened to those they stand in a relation with, apart from the audience. Taken back, it is not there. */
export const relationGrants = core.table(
  'relation_grants',
  {
    subjectId: uuid().notNull(),
    subject: text().$type<'person' | 'group'>().notNull(),
    category: text().notNull(),
    relation: text().notNull(),
    wordsSha256: text().notNull(),
    policySha256: text().notNull(),
    givenBy: uuid(),
    ...created,
  },
  (t) => [primaryKey({ columns: [t.subjectId, t.category, t.relation, t.policySha256] })],
);

/**
 * What people are shown of somebody because of a group they share, as the policy and the choices allow it: worked out like
 * the projections, in the transaction of every change.
 */
export const relationRows = core.table(
  'relation_rows',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    relation: text().notNull(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** By field, the columns of the page that it fills. */
    fields: jsonb().$type<Record<string, Record<string, unknown>>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.relation, t.groupId] }), index('relation_rows_group').on(t.groupId)],
);
