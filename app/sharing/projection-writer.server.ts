import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { READER_AUDIENCES, type ReaderAudience } from '~/lib/audience';
import type { CompiledPolicy } from './compile-policy.server';
import { loadGroups, loadPeople, loadPositions, lockSubjects, uuids } from './load-records.server';
import { projectGroup, projectPerson, projectPosition } from './project';

export interface Changed {
  people: ReadonlySet<string>;
  groups: ReadonlySet<string>;
}

type SubjectTable = 'people' | 'groups';

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
      words: 'text[]',
    },
  },
};

/**
 * Writes the projections of the changed subjects anew for every audience, within the transaction of the change:
 * their rows, the edges at either end, and the counts of words.
 */
export async function writeProjections(db: Transaction, policy: CompiledPolicy, changed: Changed): Promise<void> {
  if (changed.people.size + changed.groups.size === 0) return;
  const { people, groups, positions } = await loadLocked(db, changed);
  const present = <T>(rows: (T | null)[]): T[] => rows.filter((row): row is T => row !== null);

  for (const audience of READER_AUDIENCES) {
    const personRows = present(
      [...changed.people]
        .map((id) => people.get(id))
        .map((person) => (person ? projectPerson(policy, person, audience) : null)),
    );
    const groupRows = present(
      [...changed.groups]
        .map((id) => groups.get(id))
        .map((group) => (group ? projectGroup(policy, group, audience) : null)),
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
    await replaceRows(db, audience, 'people', changed.people, personRows);
    await replaceRows(db, audience, 'groups', changed.groups, groupRows);
    await replaceEdges(db, audience, changed, edges);
  }
}

/**
 * The changed subjects, those at the other end of their edges, and the edges, none of which can change any more. An edge
 * that came while the locks were waited for brings another end, which is locked in turn.
 */
async function loadLocked(db: Transaction, changed: Changed) {
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
    const people = new Map((await loadPeople(db, personIds)).map((person) => [person.id, person]));
    const groups = new Map((await loadGroups(db, groupIds)).map((group) => [group.id, group]));
    return { people, groups, positions };
  }
}

const schemaOf = (audience: ReaderAudience) => sql.identifier(`proj_${audience}`);

async function replaceRows(
  db: Transaction,
  audience: ReaderAudience,
  table: SubjectTable,
  ids: ReadonlySet<string>,
  rows: { words: string[] }[],
) {
  if (ids.size === 0) return;
  const { key, types } = COLUMNS[table];
  const target = sql`${schemaOf(audience)}.${sql.identifier(table)}`;
  const removed = await db.execute<{ words: string[] }>(
    sql`delete from ${target} where ${sql.identifier(key)} = any(${uuids(ids)}) returning to_jsonb(words) as words`,
  );
  if (rows.length > 0) {
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
  await countWords(
    db,
    audience,
    table,
    removed.map((row) => row.words),
    rows.map((row) => row.words),
  );
}

/** Words are counted in alphabetical order, so that two writers meet them in the same order and never block each other in a ring. */
async function countWords(
  db: Transaction,
  audience: ReaderAudience,
  table: SubjectTable,
  removed: string[][],
  added: string[][],
) {
  const change = new Map<string, number>();
  for (const word of removed.flat()) change.set(word, (change.get(word) ?? 0) - 1);
  for (const word of added.flat()) change.set(word, (change.get(word) ?? 0) + 1);
  const counts = [...change].filter(([, rows]) => rows !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  if (counts.length === 0) return;
  const words = sql`${schemaOf(audience)}.words`;
  await db.execute(sql`
    insert into ${words} as w (subject, word, rows)
    select ${table}, c.word, c.rows from jsonb_to_recordset(${JSON.stringify(counts.map(([word, rows]) => ({ word, rows })))}::jsonb) as c(word text, rows int)
    on conflict (subject, word) do update set rows = w.rows + excluded.rows`);
  const fewer = counts.filter(([, rows]) => rows < 0).map(([word]) => word);
  if (fewer.length > 0) {
    await db.execute(
      sql`delete from ${words} where subject = ${table} and rows <= 0 and word in (select jsonb_array_elements_text(${JSON.stringify(fewer)}::jsonb))`,
    );
  }
}

async function replaceEdges(db: Transaction, audience: ReaderAudience, changed: Changed, edges: object[]) {
  const target = sql`${schemaOf(audience)}.positions`;
  await db.execute(
    sql`delete from ${target} where person_id = any(${uuids(changed.people)}) or group_id = any(${uuids(changed.groups)})`,
  );
  if (edges.length === 0) return;
  await db.execute(sql`
    insert into ${target} (person_id, group_id, title, leads)
    select r.person_id, r.group_id, r.title, r.leads
    from jsonb_to_recordset(${JSON.stringify(edges)}::jsonb) as r(person_id uuid, group_id uuid, title text, leads boolean)`);
}
