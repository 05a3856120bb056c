import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { READER_AUDIENCES, type ReaderAudience } from '~/lib/audience';
import { isFoundBy } from './found-by';
import { loadGroups, loadPeople, loadPositions, loadSignatures, lockSubjects, uuids } from './load-records.server';
import type { PolicyInForce } from './policies.server';
import { projectGroup, projectPerson, projectPosition, projectSignature, type SearchMemo } from './project';
import { replaceRelations } from './relation-rows.server';
import { COUNTED, type CountedRow, type SubjectTable, Tally } from './tally.server';

export interface Changed {
  people: ReadonlySet<string>;
  groups: ReadonlySet<string>;
}

/** Counts of several calls, to be written once at the end: only for a rebuild, while nobody else writes. */
export type Tallies = Map<`${ReaderAudience} ${SubjectTable}`, Tally>;

const COLUMNS: Record<SubjectTable, { key: string; types: Record<string, string> }> = {
  people: {
    key: 'person_id',
    types: {
      person_id: 'uuid',
      handle: 'text',
      name: 'text',
      sort_name: 'text',
      pronouns: 'text',
      headline: 'text',
      bio: 'text',
      links: 'jsonb',
      network_roles: 'text[]',
      interest_ids: 'int[]',
      skill_ids: 'int[]',
      learn_ids: 'int[]',
      language_codes: 'text[]',
      region_key: 'text',
      country: 'char(2)',
      town_id: 'int',
      joined_month: 'date',
      last_confirmed_month: 'date',
      needs: 'text',
      weaving: 'boolean',
      contact_email: 'text',
      contact_phone: 'text',
      contact_handle: 'text',
      not_indexed: 'boolean',
      imported: 'boolean',
      words: 'text[]',
    },
  },
  groups: {
    key: 'group_id',
    types: {
      group_id: 'uuid',
      slug: 'text',
      name: 'text',
      sort_name: 'text',
      standing: 'text',
      abbreviation: 'text',
      purpose: 'text',
      activities: 'text',
      website: 'text',
      links: 'jsonb',
      interest_ids: 'int[]',
      region_key: 'text',
      country: 'char(2)',
      town_id: 'int',
      place_text: 'text',
      source_note: 'text',
      email: 'text',
      street_address: 'text',
      listed_on: 'date',
      last_confirmed_month: 'date',
      quiet_since: 'date',
      dead_links: 'jsonb',
      words: 'text[]',
    },
  },
};

/**
 * Writes the projections of the changed subjects anew for every audience, within the transaction of the change:
 * their rows, the edges at either end, the counts of words and terms, and what is shown by relations.
 */
export async function writeProjections(
  db: Transaction,
  policy: PolicyInForce,
  changed: Changed,
  tallies?: Tallies,
): Promise<void> {
  if (changed.people.size + changed.groups.size === 0) return;
  const { people, groups, positions, signatures } = await loadLocked(db, policy, changed);
  const present = <T>(rows: (T | null)[]): T[] => rows.filter((row): row is T => row !== null);

  const memos = new Map<string, SearchMemo>([...changed.people, ...changed.groups].map((id) => [id, new Map()]));
  for (const audience of READER_AUDIENCES) {
    const personRows = present(
      [...changed.people]
        .map((id) => people.get(id))
        .map((person) => (person ? projectPerson(policy, person, audience, memos.get(person.id)) : null)),
    );
    const groupRows = present(
      [...changed.groups]
        .map((id) => groups.get(id))
        .map((group) => (group ? projectGroup(policy, group, audience, memos.get(group.id)) : null)),
    );
    const edges = present(
      positions.map((position) =>
        projectPosition(
          policy,
          position,
          { person: people.get(position.personId), group: groups.get(position.groupId) },
          audience,
        ),
      ),
    );
    await replaceRows(db, policy, audience, 'people', changed.people, personRows, tallies);
    await replaceRows(db, policy, audience, 'groups', changed.groups, groupRows, tallies);
    await replaceEdges(db, audience, changed, edges);
    const signed = signatures.map((signature) =>
      projectSignature(
        policy,
        signature,
        { person: people.get(signature.subjectId), group: groups.get(signature.subjectId) },
        audience,
      ),
    );
    await replaceSignatures(db, audience, changed, present(signed));
  }
  await replaceRelations(db, policy, changed, { people, positions });
}

/**
 * The changed subjects, those at the other end of their edges, and the edges, none of which can change any more. An edge
 * that came while the locks were waited for brings another end, which is locked in turn.
 */
async function loadLocked(db: Transaction, { history }: PolicyInForce, changed: Changed) {
  const personIds = new Set(changed.people);
  const groupIds = new Set(changed.groups);
  for (;;) {
    await lockSubjects(db, personIds, groupIds);
    const positions = await loadPositions(db, changed.people, changed.groups);
    const known = personIds.size + groupIds.size;
    for (const { personId, groupId } of positions) {
      personIds.add(personId);
      groupIds.add(groupId);
    }
    if (personIds.size + groupIds.size > known) continue;
    const people = new Map((await loadPeople(db, history, personIds)).map((person) => [person.id, person]));
    const groups = new Map((await loadGroups(db, history, groupIds)).map((group) => [group.id, group]));
    const signatures = await loadSignatures(db, changed.people, changed.groups);
    return { people, groups, positions, signatures };
  }
}

const schemaOf = (audience: ReaderAudience) => sql.identifier(`proj_${audience}`);

async function replaceRows(
  db: Transaction,
  policy: PolicyInForce,
  audience: ReaderAudience,
  table: SubjectTable,
  ids: ReadonlySet<string>,
  rows: CountedRow[],
  tallies?: Tallies,
) {
  if (ids.size === 0) return;
  const { key } = COLUMNS[table];
  const target = sql`${schemaOf(audience)}.${sql.identifier(table)}`;
  const counted = ['words', ...Object.values(COUNTED[table])].map((column) => `to_jsonb(${column}) as ${column}`);
  const removed = await db.execute<CountedRow>(
    sql`delete from ${target} where ${sql.identifier(key)} = any(${uuids(ids)}) returning ${sql.raw(counted.join(', '))}`,
  );
  await insertRows(db, audience, table, rows);
  const tally = tallies?.get(`${audience} ${table}`) ?? new Tally(table, (facet) => isFoundBy(policy, table, facet));
  tallies?.set(`${audience} ${table}`, tally);
  for (const row of removed) tally.add(row, -1);
  for (const row of rows) tally.add(row, 1);
  if (!tallies) await tally.write(db, audience);
}

/** Adds rows made by `projectPerson` or `projectGroup`; counts are the caller's business. */
export async function insertRows(
  db: Transaction,
  audience: ReaderAudience,
  table: SubjectTable,
  rows: CountedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const { types } = COLUMNS[table];
  const target = sql`${schemaOf(audience)}.${sql.identifier(table)}`;
  const names = Object.keys(types);
  const shape = [
    ...Object.entries(types),
    ...['a', 'b', 'c', 'd'].map((weight) => [weight, 'text']),
    ['lat', 'float8'],
    ['lng', 'float8'],
  ];
  const tsv = ['a', 'b', 'c', 'd']
    .map((weight) => `setweight(to_tsvector('simple', r.${weight}), '${weight.toUpperCase()}')`)
    .join(' || ');
  await db.execute(sql`
    insert into ${target} (${sql.raw(names.join(', '))}, geo, tsv)
    select ${sql.raw(names.map((name) => `r.${name}`).join(', '))}, case when r.lat is not null then point(r.lng, r.lat) end, ${sql.raw(tsv)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${sql.raw(shape.map(([name, type]) => `${name} ${type}`).join(', '))})`);
}

async function replaceEdges(db: Transaction, audience: ReaderAudience, changed: Changed, edges: object[]) {
  const target = sql`${schemaOf(audience)}.positions`;
  await db.execute(
    sql`delete from ${target} where person_id = any(${uuids(changed.people)}) or group_id = any(${uuids(changed.groups)})`,
  );
  await insertEdges(db, audience, edges);
}

async function replaceSignatures(db: Transaction, audience: ReaderAudience, changed: Changed, signed: object[]) {
  const target = sql`${schemaOf(audience)}.signatures`;
  const ids = uuids([...changed.people, ...changed.groups]);
  await db.execute(sql`delete from ${target} where subject_id = any(${ids})`);
  if (signed.length === 0) return;
  await db.execute(sql`
    insert into ${target} (subject_id, subject, version)
    select r.subject_id, r.subject, r.version
    from jsonb_to_recordset(${JSON.stringify(signed)}::jsonb) as r(subject_id uuid, subject text, version int)`);
}

/** Adds edges made by `projectPosition`. */
export async function insertEdges(db: Transaction, audience: ReaderAudience, edges: object[]): Promise<void> {
  if (edges.length === 0) return;
  await db.execute(sql`
    insert into ${schemaOf(audience)}.positions (person_id, group_id, title, leads)
    select r.person_id, r.group_id, r.title, r.leads
    from jsonb_to_recordset(${JSON.stringify(edges)}::jsonb) as r(person_id uuid, group_id uuid, title text, leads boolean)`);
}
