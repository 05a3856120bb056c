import { boolean, integer, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { created, id } from './_columns';
import { core, ref } from './_schemas';

/** What a term is called, by language; English is always there. */
export type Labels = { en: string; es?: string };

const term = () => ({
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  slug: text().notNull().unique(),
  labels: jsonb().$type<Labels>().notNull(),
  /** No longer offered; whoever has it keeps it. */
  retired: boolean().notNull().default(false),
  /** The term that took this one's place: an old address or spelling still leads there. */
  mergedInto: integer(),
});

export const interests = ref.table('interests', term());
export const skills = ref.table('skills', term());
/** Languages people speak: BCP 47 code and the language's own name for itself. */
export const languages = ref.table('languages', { code: text().primaryKey(), name: text().notNull() });

/** A topic that an import or a member used and the network's vocabulary does not have (yet). */
export const topicProposals = core.table(
  'topic_proposals',
  {
    id: id(),
    kind: text().$type<'interest' | 'skill'>().notNull(),
    label: text().notNull(),
    folded: text().notNull(),
    groupId: uuid(),
    ...created,
  },
  (t) => [uniqueIndex('topic_proposals_key').on(t.kind, t.folded, t.groupId)],
);
