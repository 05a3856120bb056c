import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { uuids } from '../load-records.server';
import type { ConsentEntry } from './append.server';

/** Keys by the id of a person or group. */
export interface SubjectKeys {
  person: ReadonlyMap<string, string>;
  group: ReadonlyMap<string, string>;
}

const TABLES = {
  person: ['core.subject_keys', 'person_id', 'core.people'],
  group: ['core.group_keys', 'group_id', 'core.groups'],
};

/** Keys of everyone these entries name, made for whoever has none yet; who is not there has none. */
export async function keysOf(db: Transaction, entries: readonly ConsentEntry[]): Promise<SubjectKeys> {
  const ids = { person: new Set<string>(), group: new Set<string>() };
  for (const { subject, actorId } of entries) {
    if (subject.kind !== 'key') ids[subject.kind].add(subject.id);
    if (actorId) ids.person.add(actorId);
  }
  const [person, group] = await Promise.all([keysIn(db, 'person', ids.person), keysIn(db, 'group', ids.group)]);
  return { person, group };
}

async function keysIn(db: Transaction, kind: 'person' | 'group', ids: ReadonlySet<string>) {
  const found = new Map<string, string>();
  if (ids.size === 0) return found;
  const [table, column, of] = TABLES[kind].map((name) => sql.raw(name));
  const note = (rows: Iterable<{ id: string; key: string }>) => {
    for (const { id, key } of rows) found.set(id, key);
  };
  const read = sql`select ${column} as id, key from ${table} where ${column} = any(${uuids(ids)})`;
  note(await db.execute<{ id: string; key: string }>(read));
  const missing = [...ids].filter((id) => !found.has(id));
  if (missing.length === 0) return found;
  await db.execute(sql`
    insert into ${table} (${column}) select id from ${of} where id = any(${uuids(missing)}) order by id on conflict do nothing`);
  note(await db.execute<{ id: string; key: string }>(read));
  return found;
}
