import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { created, id, moment, timestamps } from './_columns';
import { core, ref } from './_schemas';
import type { Localised } from './network';
import { people } from './people';

const personId = () => uuid().references(() => people.id, { onDelete: 'cascade' });

/** How somebody new is welcomed: by a conversation with a weaver, or once one or two members know them. */
export const WELCOMES = ['conversation', 'one_vouch', 'two_vouches'] as const;
export type Welcome = (typeof WELCOMES)[number];

export const STEP_KINDS = ['principles', 'sharing', 'weaver', 'own'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** A step of the welcome path as operators wrote it. Its id stays when its words change. */
export interface StoredStep {
  id: string;
  kind: StepKind;
  on: boolean;
  label: Localised;
  text: Localised;
  /** An address of this hub or elsewhere. */
  link: string | null;
}

/** What the network says of joining, and how it welcomes: one row, and what is null is as the hub comes. */
export const joining = ref.table(
  'joining',
  {
    id: integer().primaryKey().default(1),
    /** The texts of the join page by their names. */
    texts: jsonb().$type<Record<string, Localised>>(),
    welcome: text().$type<Welcome>().notNull().default('conversation'),
    steps: jsonb().$type<StoredStep[]>(),
    ...timestamps,
  },
  (t) => [check('joining_one_row', sql`${t.id} = 1`)],
);

const asked = () => ({
  kind: text().$type<'person' | 'group'>().notNull(),
  groupName: text(),
  groupAbout: text(),
  groupWebsite: text(),
  why: text(),
  toldBy: text(),
});

/** Someone filled in the join page. The row is the same whether or not an account has the address; it goes with its answer. */
export const applications = core.table(
  'applications',
  {
    id: id(),
    /** Lower case. */
    email: text().notNull(),
    locale: text().$type<'en' | 'es'>().notNull(),
    name: text().notNull(),
    ...asked(),
    /** The wish to sign in that was noted beside it: what its mail answers if the address has an account. */
    requestId: uuid().notNull(),
    /** SHA-256 of what a cookie of the browser that asked holds; null for a link from the console, which any may open. */
    browserHash: text(),
    /** SHA-256 of the token in the newest link, and keyed hash of the code beside it. */
    tokenHash: text().unique('applications_token_key'),
    codeHash: text(),
    expiresAt: moment(),
    ...created,
  },
  (t) => [index('applications_email').on(t.email)],
);

/** What a newcomer wrote, and who welcomes them. It goes when they are welcomed. */
export const newcomers = core.table(
  'newcomers',
  {
    personId: personId().primaryKey(),
    ...asked(),
    weaverId: uuid().references(() => people.id, { onDelete: 'set null' }),
    /** When and how newcomer and weaver speak, as the weaver wrote it for both. */
    meeting: text(),
    state: text().$type<'waiting' | 'not_now'>().notNull().default('waiting'),
    /** Why not now, for the newcomer to read. */
    note: text(),
    decidedAt: moment(),
    ...timestamps,
  },
  (t) => [
    index('newcomers_weaver').on(t.weaverId),
    check('newcomers_state_check', sql`${t.state} in ('waiting','not_now')`),
  ],
);

/** When a weaver last had their turn. */
export const welcomeTurns = core.table('welcome_turns', {
  personId: personId().primaryKey(),
  lastAt: moment().notNull().defaultNow(),
});

/** A newcomer named somebody who knows them. Whether that address is a member's stays between the hub and that member. */
export const vouches = core.table(
  'vouches',
  {
    id: id(),
    newcomerId: personId().notNull(),
    /** Keyed hash of the address that was typed, and the address as its writer knows it again. */
    addressHash: text().notNull(),
    shown: text().notNull(),
    /** The member whose address it is. */
    personId: personId(),
    answer: text().$type<'yes' | 'no' | 'rather_not'>(),
    answeredAt: moment(),
    ...created,
  },
  (t) => [
    unique('vouches_key').on(t.newcomerId, t.addressHash),
    index('vouches_person').on(t.personId),
    check('vouches_answer_check', sql`${t.answer} in ('yes','no','rather_not')`),
  ],
);

/** Someone's own welcome path: that they may see it at home, and whether they put it away. */
export const welcomePaths = core.table('welcome_paths', {
  personId: personId().primaryKey(),
  putAway: boolean().notNull().default(false),
  ...created,
});

/** Steps that someone marked as done by hand. */
export const pathTicks = core.table('path_ticks', { personId: personId().notNull(), stepId: text().notNull() }, (t) => [
  primaryKey({ columns: [t.personId, t.stepId] }),
]);
