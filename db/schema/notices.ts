import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { created, moment } from './_columns';
import { core, ref } from './_schemas';
import { accounts } from './accounts';
import type { Localised } from './network';

/** How a topic reaches someone. */
export type NoticeChoice = 'at_once' | 'weekly' | 'never';

const accountId = () =>
  uuid()
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' });

/** When someone may be written to; who has no row stands at what the columns default to. */
export const noticeSettings = core.table('notice_settings', {
  accountId: accountId().primaryKey(),
  /** IANA name; null is the network's. */
  timeZone: text(),
  /** Hours of the local day; both alike mean no quiet hours. */
  quietFrom: integer().notNull().default(22),
  quietTo: integer().notNull().default(8),
  /** Whether their place, or their interests, may be used to send them urgent alerts. */
  alertsByPlace: boolean().notNull().default(false),
  alertsByInterest: boolean().notNull().default(false),
  /** Everything off, whatever the topics say. */
  allOff: boolean().notNull().default(false),
});

/** What someone chose for a topic; who has no row gets it as the topic usually comes. */
export const noticeChoices = core.table(
  'notice_choices',
  { accountId: accountId(), topic: text().notNull(), choice: text().$type<NoticeChoice>().notNull() },
  (t) => [primaryKey({ columns: [t.accountId, t.topic] })],
);

/** Links that end a topic without signing in. */
export const noticeLinks = core.table(
  'notice_links',
  {
    /** SHA-256 of the token in the link. */
    hash: text().primaryKey(),
    accountId: accountId(),
    topic: text().notNull(),
  },
  (t) => [index('notice_links_account').on(t.accountId)],
);

/** The time an account was last looked at for a letter: one per account and period, whether or not there was anything to tell. */
export const noticeLetters = core.table(
  'notice_letters',
  { accountId: accountId(), period: text().notNull(), ...created },
  (t) => [primaryKey({ columns: [t.accountId, t.period] })],
);

/** What someone was told of, so that it is not told again; the letter of a period is made of its rows. */
export const noticeTold = core.table(
  'notice_told',
  {
    accountId: accountId(),
    topic: text().notNull(),
    /** Id of a person, a group or another subject of the topic. */
    itemId: uuid().notNull(),
    period: text().notNull(),
    expiresOn: date({ mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.topic, t.itemId] }),
    index('notice_told_item').on(t.itemId),
    index('notice_told_period').on(t.accountId, t.period),
  ],
);

/** An address that mail does not reach, or whose owner complained; it counts for this very address only. */
export const mailTrouble = core.table('mail_trouble', {
  accountId: accountId().primaryKey(),
  email: text().notNull(),
  bouncedAt: moment(),
  complainedAt: moment(),
});

/** Events of the mail service that were dealt with, so that none is twice. */
export const webhookEvents = core.table('webhook_events', {
  id: text().primaryKey(),
  receivedAt: moment().notNull().defaultNow(),
});

/** An urgent alert that was sent to those of a place or with an interest. Who got it is not kept. */
export const alerts = core.table(
  'alerts',
  {
    id: uuid().primaryKey(),
    title: jsonb().$type<Localised>().notNull(),
    text: jsonb().$type<Localised>().notNull(),
    /** One of these says whom it is for. */
    country: text(),
    regionKey: text(),
    interestId: integer(),
    /** Whether it came during quiet hours too. */
    urgent: boolean().notNull().default(false),
    ...created,
  },
  (t) => [check('alerts_one_target', sql`num_nonnulls(${t.country}, ${t.regionKey}, ${t.interestId}) = 1`)],
);

/** When the weekly letter goes out, in each reader's own time: one row, or none for Tuesday at nine. */
export const letterTime = ref.table(
  'letter_time',
  {
    id: integer().primaryKey().default(1),
    /** 1 is Monday. */
    weekday: integer().notNull().default(2),
    hour: integer().notNull().default(9),
    /** Of readers who chose none. */
    timeZone: text().notNull().default('UTC'),
  },
  (t) => [check('letter_time_one_row', sql`${t.id} = 1`)],
);
