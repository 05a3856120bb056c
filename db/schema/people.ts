import { sql } from 'drizzle-orm';
import { boolean, char, check, date, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { NetworkRole, Standing } from '../../app/lib/standing';
import { id, timestamps, version } from './_columns';
import { core } from './_schemas';
import { interests, languages, skills } from './vocabularies';

export const people = core.table(
  'people',
  {
    id: id(),
    handle: text().notNull().unique('people_handle_key'),
    standing: text().$type<Standing>().notNull().default('newcomer'),
    /** What someone who hid themselves was before, and becomes again when they show themselves. */
    standingBefore: text().$type<Standing>(),
    name: text().notNull(),
    alias: text(),
    aliasOnly: boolean().notNull().default(false),
    pronouns: text(),
    headline: text(),
    bio: text(),
    networkRoles: text().array().$type<NetworkRole[]>().notNull().default(sql`'{}'`),
    townId: integer(),
    regionKey: text(),
    country: char({ length: 2 }),
    exactPlace: text(),
    contactEmail: text(),
    contactPhone: text(),
    contactHandle: text(),
    identity: text(),
    needs: text(),
    weaving: boolean().notNull().default(false),
    offMap: boolean().notNull().default(false),
    notIndexed: boolean().notNull().default(true),
    joinedOn: date({ mode: 'string' }),
    lastConfirmedOn: date({ mode: 'string' }),
    demo: boolean().notNull().default(false),
    version: version(),
    ...timestamps,
  },
  (t) => [check('people_standing_check', sql`${t.standing} in ('imported','newcomer','member','hidden','held')`)],
);

const personId = () =>
  uuid()
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' });

export const personInterests = core.table(
  'person_interests',
  {
    personId: personId(),
    interestId: integer()
      .notNull()
      .references(() => interests.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.personId, t.interestId] }), index('person_interests_interest').on(t.interestId)],
);

/** A skill someone has, or (`wantsToLearn`) would like to learn. */
export const personSkills = core.table(
  'person_skills',
  {
    personId: personId(),
    skillId: integer()
      .notNull()
      .references(() => skills.id, { onDelete: 'cascade' }),
    wantsToLearn: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.personId, t.skillId, t.wantsToLearn] }), index('person_skills_skill').on(t.skillId)],
);

export const personLanguages = core.table(
  'person_languages',
  {
    personId: personId(),
    code: text()
      .notNull()
      .references(() => languages.code, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.personId, t.code] })],
);

export const personLinks = core.table(
  'person_links',
  { personId: personId(), position: integer().notNull(), url: text().notNull(), label: text() },
  (t) => [primaryKey({ columns: [t.personId, t.position] })],
);
