import { sql } from 'drizzle-orm';
import { boolean, char, check, date, index, integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { GroupStanding } from '../../app/lib/standing';
import { id, moment, timestamps, version } from './_columns';
import { core } from './_schemas';
import { people } from './people';
import { interests } from './vocabularies';

export const groups = core.table(
  'groups',
  {
    id: id(),
    slug: text().notNull().unique('groups_slug_key'),
    standing: text().$type<GroupStanding>().notNull().default('listed'),
    name: text().notNull(),
    abbreviation: text(),
    purpose: text(),
    activities: text(),
    website: text(),
    townId: integer(),
    regionKey: text(),
    country: char({ length: 2 }),
    /** Where it is, in the words it came with, for as long as no place was found for them. */
    placeText: text(),
    email: text(),
    streetAddress: text(),
    /** Where an imported group was found, and its number there: a second import meets the same row. */
    source: text(),
    sourceId: text(),
    sourceNote: text(),
    listedOn: date({ mode: 'string' }).notNull().default(sql`current_date`),
    lastConfirmedOn: date({ mode: 'string' }),
    /** When its text was last written anew, by whomever. */
    editedOn: date({ mode: 'string' }),
    /** The last sign of life of a group that has been quiet for long; worked out by the hourly job. */
    quietSince: date({ mode: 'string' }),
    demo: boolean().notNull().default(false),
    version: version(),
    ...timestamps,
  },
  (t) => [
    check('groups_standing_check', sql`${t.standing} in ('listed','member')`),
    uniqueIndex('groups_source_key').on(t.source, t.sourceId),
    index('groups_website').on(t.website),
  ],
);

const groupId = () =>
  uuid()
    .notNull()
    .references(() => groups.id, { onDelete: 'cascade' });

export const groupInterests = core.table(
  'group_interests',
  {
    groupId: groupId(),
    interestId: integer()
      .notNull()
      .references(() => interests.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.interestId] }), index('group_interests_interest').on(t.interestId)],
);

export const groupLinks = core.table(
  'group_links',
  { groupId: groupId(), position: integer().notNull(), url: text().notNull(), label: text() },
  (t) => [primaryKey({ columns: [t.groupId, t.position] })],
);

/** What a person is in a group. Whoever `leads` it may edit the group's page and choose what it shares. */
export const positions = core.table(
  'positions',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    groupId: groupId(),
    title: text(),
    leads: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.groupId] }), index('positions_group').on(t.groupId)],
);
