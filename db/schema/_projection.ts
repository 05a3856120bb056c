import { sql } from 'drizzle-orm';
import { boolean, char, date, index, integer, jsonb, type PgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { GroupStanding, NetworkRole } from '../../app/lib/standing';
import { point, tsvector } from './_columns';

type Link = { url: string; label: string | null };
/** A link of the row that has not answered since that day. */
type DeadLink = { url: string; since: string };

/** The tables one audience reads. They hold what policy and grants allow it, and nothing else: a hidden value is not there. */
export function projectionTables(schema: PgSchema) {
  const people = schema.table(
    'people',
    {
      personId: uuid().primaryKey(),
      handle: text().notNull().unique(),
      name: text().notNull(),
      sortName: text().notNull(),
      pronouns: text(),
      headline: text(),
      bio: text(),
      links: jsonb().$type<Link[]>(),
      networkRoles: text().array().$type<NetworkRole[]>(),
      interestIds: integer().array(),
      skillIds: integer().array(),
      learnIds: integer().array(),
      languageCodes: text().array(),
      regionKey: text(),
      country: char({ length: 2 }),
      townId: integer(),
      geo: point(),
      joinedMonth: date({ mode: 'string' }),
      lastConfirmedMonth: date({ mode: 'string' }),
      needs: text(),
      weaving: boolean(),
      contactEmail: text(),
      contactPhone: text(),
      contactHandle: text(),
      notIndexed: boolean().notNull(),
      /** Written down by somebody else and not yet asked: in the stewards' table alone. */
      imported: boolean().notNull().default(false),
      words: text().array().notNull(),
      tsv: tsvector().notNull(),
    },
    (t) => [
      index().on(t.sortName, t.handle),
      index().on(t.joinedMonth.desc().nullsLast(), t.sortName, t.handle),
      index().on(t.regionKey),
      index().on(t.country),
      index().using('gin', t.tsv).with({ fastupdate: false }),
      index().using('gin', t.interestIds).with({ fastupdate: false }),
      index().using('gin', t.skillIds).with({ fastupdate: false }),
      index().using('gin', t.learnIds).with({ fastupdate: false }),
      index().using('gin', t.languageCodes).with({ fastupdate: false }),
      index().using('gist', t.geo),
      index('people_name_words').using('gin', sql`to_tsvector('simple', sort_name)`).with({ fastupdate: false }),
    ],
  );

  const groups = schema.table(
    'groups',
    {
      groupId: uuid().primaryKey(),
      slug: text().notNull().unique(),
      name: text().notNull(),
      sortName: text().notNull(),
      standing: text().$type<GroupStanding>().notNull(),
      abbreviation: text(),
      purpose: text(),
      activities: text(),
      website: text(),
      links: jsonb().$type<Link[]>(),
      interestIds: integer().array(),
      regionKey: text(),
      country: char({ length: 2 }),
      townId: integer(),
      geo: point(),
      placeText: text(),
      sourceNote: text(),
      email: text(),
      streetAddress: text(),
      listedOn: date({ mode: 'string' }),
      lastConfirmedMonth: date({ mode: 'string' }),
      quietSince: date({ mode: 'string' }),
      deadLinks: jsonb().$type<DeadLink[]>(),
      words: text().array().notNull(),
      tsv: tsvector().notNull(),
    },
    (t) => [
      index().on(t.sortName, t.slug),
      index().on(t.listedOn.desc().nullsLast(), t.sortName, t.slug),
      index().on(t.quietSince),
      index().on(t.regionKey),
      index().on(t.country),
      // A group has many words and is written in batches: they are merged 256 kB at a time.
      index().using('gin', t.tsv).with({ fastupdate: true, gin_pending_list_limit: 256 }),
      index().using('gin', t.interestIds).with({ fastupdate: false }),
      index().using('gist', t.geo),
      index('groups_quiet').on(t.quietSince).where(sql`quiet_since is not null`),
      index('groups_name_words').using('gin', sql`to_tsvector('simple', sort_name)`).with({ fastupdate: false }),
    ],
  );

  /** Who is what in which group: a row stands here only if both ends reach this audience. */
  const positions = schema.table(
    'positions',
    { personId: uuid().notNull(), groupId: uuid().notNull(), title: text(), leads: boolean().notNull() },
    (t) => [primaryKey({ columns: [t.personId, t.groupId] }), index().on(t.groupId)],
  );

  /** Who stands by name under which version of the unity statement: those who agreed to it, as far as they reach this audience. */
  const signatures = schema.table(
    'signatures',
    {
      subjectId: uuid().notNull(),
      subject: text().$type<'person' | 'group'>().notNull(),
      version: integer().notNull(),
    },
    (t) => [primaryKey({ columns: [t.subjectId, t.version] }), index().on(t.version, t.subject)],
  );

  /** Distinct words of this audience's rows with the number of rows that hold each: what a misspelt search is compared with. */
  const words = schema.table(
    'words',
    { subject: text().$type<'people' | 'groups'>().notNull(), word: text().notNull(), rows: integer().notNull() },
    (t) => [
      primaryKey({ columns: [t.subject, t.word] }),
      index('words_prefix').on(t.subject, t.word.op('text_pattern_ops')),
      index().using('gin', t.word.op('gin_trgm_ops')),
    ],
  );

  /**
   * How many of this audience's rows hold a term, among all rows (the given facet is "total") or among those that hold a
   * given term: what a list without a filter, or with one, would have to count.
   */
  const counts = schema.table(
    'counts',
    {
      subject: text().$type<'people' | 'groups'>().notNull(),
      givenFacet: text().notNull(),
      givenKey: text().notNull(),
      facet: text().notNull(),
      key: text().notNull(),
      rows: integer().notNull(),
    },
    (t) => [primaryKey({ columns: [t.subject, t.givenFacet, t.givenKey, t.facet, t.key] })],
  );

  return { people, groups, positions, signatures, words, counts };
}
