import { sql } from 'drizzle-orm';
import { boolean, check, index, text, unique, uuid } from 'drizzle-orm/pg-core';
import { created, id, moment } from './_columns';
import { core } from './_schemas';
import { groups } from './groups';
import { people } from './people';

/** `claim`: "this is us" on a listed group. The others change who leads a group. */
export const CLAIM_KINDS = ['claim', 'lead', 'handover', 'removal', 'leaving'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** `proposed`: the person named has not said yes yet. `contested`: someone objected, and only a weaver settles it. */
export const CLAIM_STATES = ['proposed', 'waiting', 'contested', 'done', 'declined', 'withdrawn', 'lapsed'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

const groupId = () =>
  uuid()
    .notNull()
    .references(() => groups.id, { onDelete: 'cascade' });
const personId = () => uuid().references(() => people.id, { onDelete: 'cascade' });

/** A wish to change who speaks for a group. It is carried out when its wait is over and nobody objected. */
export const claims = core.table(
  'claims',
  {
    id: id(),
    groupId: groupId(),
    kind: text().$type<ClaimKind>().notNull(),
    state: text().$type<ClaimState>().notNull(),
    /** Who leads afterwards; for a removal, who no longer does. */
    personId: personId().notNull(),
    askedBy: personId().notNull(),
    position: text(),
    /** How others can see that this person speaks for the group: told to everyone concerned. */
    evidence: text(),
    /** Told to weavers in confidence. */
    words: text(),
    /** Since when everyone concerned has been told; the wait counts from here. */
    waitsFrom: moment(),
    decidedAt: moment(),
    decidedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    /** What the weaver who decided says to everyone concerned. */
    note: text(),
    /** SHA-256 of the token with which the group's own contact address may object. */
    linkHash: text().unique('claims_link_key'),
    ...created,
  },
  (t) => [
    index('claims_group').on(t.groupId, t.state),
    index('claims_due').on(t.state, t.waitsFrom),
    index('claims_person').on(t.personId),
    check('claims_kind_check', sql`${t.kind} in ('claim','lead','handover','removal','leaving')`),
  ],
);

/** Someone said no. A row without a person came from the group's own contact address. */
export const claimObjections = core.table(
  'claim_objections',
  {
    id: id(),
    claimId: uuid()
      .notNull()
      .references(() => claims.id, { onDelete: 'cascade' }),
    personId: personId(),
    /** Told to weavers in confidence. */
    words: text(),
    ...created,
  },
  (t) => [unique('claim_objections_key').on(t.claimId, t.personId).nullsNotDistinct()],
);

export type RemovalState = 'unconfirmed' | 'waiting' | 'removed' | 'kept';

/** "Please remove us": someone asks for a listed group to be no longer listed. The group's row goes, this one stays until the answer is out. */
export const removals = core.table(
  'removals',
  {
    id: id(),
    groupId: uuid().references(() => groups.id, { onDelete: 'set null' }),
    groupName: text().notNull(),
    state: text().$type<RemovalState>().notNull().default('unconfirmed'),
    askerName: text().notNull(),
    email: text().notNull(),
    locale: text().$type<'en' | 'es'>().notNull(),
    reason: text(),
    linkHash: text().unique('removals_link_key'),
    confirmedAt: moment(),
    decidedAt: moment(),
    decidedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    note: text(),
    ...created,
  },
  (t) => [index('removals_group').on(t.groupId), index('removals_due').on(t.state, t.confirmedAt)],
);

/**
 * What is kept of a group that asked not to be listed: only what an import or a restored backup needs to know it again,
 * keyed with the hub's secret. Rows of an older version have plain hashes and name the list they came from.
 */
export const delistedGroups = core.table(
  'delisted_groups',
  {
    /** The group's own id; in rows of an older version any. */
    id: id(),
    /** Whether the hashes are keyed. */
    keyed: boolean().notNull().default(false),
    source: text(),
    sourceId: text(),
    /** Of the list it came from and its number there. */
    sourceHash: text(),
    /** Of the folded name and the country. */
    nameHash: text().notNull(),
    /** Of the website's host; null for a host that many groups share. */
    hostHash: text(),
    ...created,
  },
  (t) => [
    index('delisted_groups_source').on(t.source, t.sourceId),
    index('delisted_groups_name').on(t.nameHash),
    index('delisted_groups_host').on(t.hostHash),
  ],
);
