import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { uuids } from './load-records.server';
import type { PolicyInForce } from './policies.server';
import { projectSameGroup } from './project-relation';
import type { PersonRecord, PositionRecord } from './records';

/**
 * Writes anew what is shown to people in a relation with the changed people, or through the changed groups. For the
 * projection writer alone, which holds both ends.
 */
export async function replaceRelations(
  db: Transaction,
  policy: PolicyInForce,
  changed: { people: ReadonlySet<string>; groups: ReadonlySet<string> },
  { people, positions }: { people: ReadonlyMap<string, PersonRecord>; positions: readonly PositionRecord[] },
): Promise<void> {
  await db.execute(sql`
    delete from core.relation_rows
    where person_id = any(${uuids(changed.people)}) or group_id = any(${uuids(changed.groups)})`);
  const rows = positions.flatMap((each) => projectSameGroup(policy, each, people.get(each.personId)) ?? []);
  if (rows.length === 0) return;
  await db.execute(sql`
    insert into core.relation_rows (person_id, relation, group_id, fields)
    select r.person_id, r.relation, r.group_id, r.fields
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id uuid, relation text, group_id uuid, fields jsonb)`);
}
