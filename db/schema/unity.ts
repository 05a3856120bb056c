import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { created, id, moment, timestamps, version } from './_columns';
import { core, ref } from './_schemas';
import { groups, positions } from './groups';
import type { Localised } from './network';
import { people } from './people';

/** Published unity statements; the one in force is the one with the highest number. A trigger refuses every change of one. */
export const statements = ref.table('statements', {
  version: integer().primaryKey(),
  title: jsonb().$type<Localised>().notNull(),
  /** Markdown. */
  body: jsonb().$type<Localised>().notNull(),
  /** What is new in it, for those who signed the version before. */
  changes: jsonb().$type<Localised>().notNull().default({}),
  sha256: text().notNull(),
  demo: boolean().notNull().default(false),
  publishedAt: moment().notNull().defaultNow(),
});

const personId = () => uuid().references(() => people.id, { onDelete: 'cascade' });
const groupId = () => uuid().references(() => groups.id, { onDelete: 'cascade' });
const someone = () => uuid().references(() => people.id, { onDelete: 'set null' });

/** Somebody, or a group, signed a version. */
export const signatures = core.table(
  'signatures',
  {
    id: id(),
    version: integer()
      .notNull()
      .references(() => statements.version, { onDelete: 'cascade' }),
    personId: personId(),
    groupId: groupId(),
    /** Whether they agreed to stand in the list. */
    named: boolean().notNull().default(false),
    /** Whether a group's logo may be used; apart from being named. */
    logo: boolean().notNull().default(false),
    /** Who signed for the group. */
    signedBy: someone(),
    ...created,
  },
  (t) => [
    unique('signatures_person_key').on(t.personId, t.version),
    unique('signatures_group_key').on(t.groupId, t.version),
    check('signatures_one_signatory', sql`num_nonnulls(${t.personId}, ${t.groupId}) = 1`),
  ],
);

/** Who may sign for a group besides its leads. Whoever has no position in it any more may not. */
export const groupSigners = core.table(
  'group_signers',
  {
    groupId: uuid().notNull(),
    personId: uuid().notNull(),
    confirmedBy: someone(),
    ...created,
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.personId] }),
    foreignKey({
      name: 'group_signers_position',
      columns: [t.personId, t.groupId],
      foreignColumns: [positions.personId, positions.groupId],
    }).onDelete('cascade'),
    index('group_signers_person').on(t.personId),
  ],
);

/** A text that may become the next statement. */
export const statementDrafts = core.table('statement_drafts', {
  id: id(),
  title: jsonb().$type<Localised>().notNull(),
  body: jsonb().$type<Localised>().notNull(),
  changes: jsonb().$type<Localised>().notNull().default({}),
  commentsClosedAt: moment(),
  publishedVersion: integer(),
  demo: boolean().notNull().default(false),
  version: version(),
  ...timestamps,
});

const draftId = () =>
  uuid()
    .notNull()
    .references(() => statementDrafts.id, { onDelete: 'cascade' });

/** Groups whose leads and signers may read a draft and comment on it. */
export const draftGroups = core.table(
  'draft_groups',
  {
    draftId: draftId(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    ...created,
  },
  (t) => [primaryKey({ columns: [t.draftId, t.groupId] }), index('draft_groups_group').on(t.groupId)],
);

/** A private link with which people outside read a draft and comment on it. */
export const draftLinks = core.table(
  'draft_links',
  {
    id: id(),
    draftId: draftId(),
    /** Whom it was made for, in the words of whoever made it. */
    label: text().notNull(),
    tokenHash: text().notNull().unique('draft_links_token_key'),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    ...created,
  },
  (t) => [index('draft_links_draft').on(t.draftId)],
);

/** A comment on a draft: by a member, or by somebody who came with a link and may have left a name. */
export const draftComments = core.table(
  'draft_comments',
  {
    id: id(),
    draftId: draftId(),
    personId: personId(),
    /** As typed by somebody from outside. */
    name: text(),
    words: text().notNull(),
    answer: text(),
    /** Its place among the comments, which operators may change. */
    place: integer().notNull(),
    ...created,
  },
  (t) => [index('draft_comments_draft').on(t.draftId, t.place)],
);
