import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { created, id, moment } from './_columns';
import { core } from './_schemas';
import { people } from './people';

/** A steward who takes concerns, or was asked to by another and has not said yes. */
export const concernContacts = core.table('concern_contacts', {
  personId: uuid()
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  agreedAt: moment(),
  ...created,
});

/** Somebody outside the hub whom stewards named; no mail but the question reaches them before they said yes to it. */
export const concernOutside = core.table('concern_outside', {
  id: id(),
  name: text().notNull(),
  /** Lower case. */
  email: text().notNull(),
  locale: text().$type<'en' | 'es'>().notNull(),
  /** SHA-256 of the token with which they say yes. */
  linkHash: text().notNull().unique('concern_outside_link'),
  agreedAt: moment(),
  ...created,
});

/**
 * Where a concern, or the appeal against its outcome, stands. `open` and `closed` are heard by stewards; `outside` waits to
 * be mailed to the person outside, `passed_on` was, `undelivered` could not be.
 */
export const HEARING_STATES = ['open', 'closed', 'outside', 'passed_on', 'undelivered'] as const;
export type HearingState = (typeof HEARING_STATES)[number];

/** A concern without a word of it: those stand in its entries. */
export const concerns = core.table(
  'concerns',
  {
    id: id(),
    state: text().$type<HearingState>().notNull(),
    /** Null as long as nobody appealed. */
    appeal: text().$type<HearingState>(),
    /** Whom it concerns, where that is known; they may be told only once the stewards say so. */
    aboutId: uuid().references(() => people.id, { onDelete: 'set null' }),
    /** Whom it concerns, as it was typed; null where that was somebody's page. */
    about: text(),
    /** Whether the person it concerns may be told who raised it. */
    mayName: boolean().notNull().default(false),
    /** When the person it concerns was told. */
    toldAt: moment(),
    outsideId: uuid().references(() => concernOutside.id, { onDelete: 'set null' }),
    /** Since when nothing is left to do, an appeal included. */
    endedAt: moment(),
    demo: boolean().notNull().default(false),
    ...created,
  },
  (t) => [
    index('concerns_about').on(t.aboutId),
    index('concerns_ended').on(t.endedAt),
    check('concerns_state_check', sql`${t.state} in ('open','closed','outside','passed_on','undelivered')`),
    check('concerns_appeal_check', sql`${t.appeal} in ('open','closed','outside','passed_on','undelivered')`),
  ],
);

const concernId = () =>
  uuid()
    .notNull()
    .references(() => concerns.id, { onDelete: 'cascade' });

/** Who raised a concern and how they are reached; it goes with them, the concern stays. */
export const concernRaisers = core.table(
  'concern_raisers',
  {
    concernId: concernId().primaryKey(),
    /** Null for a visitor. */
    personId: uuid().references(() => people.id, { onDelete: 'cascade' }),
    /** Lower case: a visitor's own address, or one that a member gave for the person outside alone. */
    contact: text(),
    locale: text().$type<'en' | 'es'>().notNull(),
    /** SHA-256 of the token in a visitor's private link. */
    linkHash: text().unique('concern_raisers_link'),
  },
  (t) => [index('concern_raisers_person').on(t.personId)],
);

/** Who must never read a concern, whatever else holds: marked by its raiser, or having said so themselves. */
export const concernInvolved = core.table(
  'concern_involved',
  {
    concernId: concernId(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.concernId, t.personId] }), index('concern_involved_person').on(t.personId)],
);

/** The stewards who hear a concern (round 1) or the appeal (round 2). */
export const concernHearers = core.table(
  'concern_hearers',
  {
    concernId: concernId(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    round: integer().notNull(),
    ...created,
  },
  (t) => [primaryKey({ columns: [t.concernId, t.personId] }), index('concern_hearers_person').on(t.personId)],
);

/** What was said and done; which of these a party reads stands in `app/features/concerns/entries.ts`. */
export const ENTRY_KINDS = [
  'raised',
  'note',
  'call_raiser',
  'to_raiser',
  'from_raiser',
  'told',
  'to_about',
  'from_about',
  'heard',
  'closed',
  'appeal',
  'stepped_back',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const concernEntries = core.table(
  'concern_entries',
  {
    id: id(),
    concernId: concernId(),
    round: integer().notNull().default(1),
    kind: text().$type<EntryKind>().notNull(),
    /** Null for a step that needs no words. */
    words: text(),
    /** Where the person outside may answer whoever appeals. */
    contact: text(),
    /** The raiser, or the person it concerns: what they said goes with them. Null for a visitor. */
    saidBy: uuid().references(() => people.id, { onDelete: 'cascade' }),
    /** The steward who did it. */
    doneBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index('concern_entries_concern').on(t.concernId, t.createdAt),
    // An outcome and an appeal are said once, however often a button is pressed.
    uniqueIndex('concern_entries_once')
      .on(t.concernId, t.round, t.kind)
      .where(sql`${t.kind} in ('raised','told','closed','appeal')`),
  ],
);
