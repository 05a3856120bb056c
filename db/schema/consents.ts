import { bigint, index, integer, text, uuid } from 'drizzle-orm/pg-core';
import type { Audience } from '../../app/lib/audience';
import { moment } from './_columns';
import { core } from './_schemas';
import { groups } from './groups';
import { people } from './people';

/** What happened to a consent. Who refused what a newer policy allows keeps what they had. */
export type ConsentEvent = 'given' | 'withdrawn' | 'refused';

/** How it came about. */
export type ConsentMethod =
  | 'form'
  | 'lead'
  | 'signing'
  | 'new_policy'
  | 'withdrawal'
  | 'carried_over'
  | 'kept'
  | 'erased';

/**
 * The ledger of consents: each record holds the hash of the one before. No free text and no name; people and groups stand
 * by their keys, whose only tie to them goes when they are erased. The writer may add, and a trigger lets nobody change.
 */
export const consents = core.table(
  'consents',
  {
    seq: bigint({ mode: 'number' }).primaryKey(),
    /** What its receipt is asked for by. */
    id: uuid().notNull().unique('consents_id_key'),
    at: moment().notNull(),
    /** Of the person or group that it is about. */
    subjectKey: uuid().notNull(),
    /** Of the person who did it, or `hub`. */
    actorKey: text().notNull(),
    category: text().notNull(),
    audience: text().$type<Audience>().notNull(),
    /** Set where it is about a relation and not about an audience. */
    relation: text(),
    purposes: text().array().notNull(),
    policySha256: text().notNull(),
    wordsSha256: text().notNull(),
    event: text().$type<ConsentEvent>().notNull(),
    method: text().$type<ConsentMethod>().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [index('consents_subject').on(t.subjectKey, t.category, t.seq)],
);

/** A random key for every group that the ledger tells of, as people have theirs in `subject_keys`. */
export const groupKeys = core.table('group_keys', {
  groupId: uuid()
    .primaryKey()
    .references(() => groups.id, { onDelete: 'cascade' }),
  key: uuid().notNull().defaultRandom().unique('group_keys_key'),
});

/** The version of the policy whose wider rules somebody was led to when they signed in: once, and not again for it. */
export const policyAsked = core.table('policy_asked', {
  personId: uuid()
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  version: integer().notNull(),
});
