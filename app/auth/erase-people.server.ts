import { sql } from 'drizzle-orm';
import type { Unit } from '~/sharing/command.server';
import { eraseGrants } from '~/sharing/grants.server';
import { uuids } from '~/sharing/load-records.server';

/** What is known of someone at the moment they are deleted, so that it can be made sure they do not come back. */
export interface Erased {
  email: string | null;
  subjectKey: string;
}

/**
 * Deletes people with everything the hub keeps of them, their projections too; groups they led stay. Asks nobody and
 * leaves no tombstone.
 * @returns what was known of each who existed
 */
export async function erasePeople(unit: Unit, ids: readonly string[]): Promise<Erased[]> {
  if (ids.length === 0) return [];
  const { db } = unit;
  const all = uuids(ids);
  // A person made in this transaction has no key yet.
  await db.execute(sql`set constraints core.people_subject_key immediate`);
  const known = await db.execute<{ id: string; email: string | null; key: string }>(sql`
    select p.id, coalesce(a.email, i.email) as email, k.key from core.people p
    join core.subject_keys k on k.person_id = p.id
    left join core.accounts a on a.person_id = p.id left join core.imported_people i on i.person_id = p.id
    where p.id = any(${all}) order by p.id for update of p`);
  const addresses = JSON.stringify(known.flatMap(({ email }) => email ?? []));
  await db.execute(sql`
    with asked as (
      delete from core.sign_in_requests where email in (select jsonb_array_elements_text(${addresses}::jsonb)) returning id
    ), joining as (
      delete from core.applications where email in (select jsonb_array_elements_text(${addresses}::jsonb)) returning id
    ), subjects as (
      select id::text from asked union select id::text from joining union select unnest(${all})::text
      union select id::text from core.invitations where person_id = any(${all})
      union select id::text from core.accounts where person_id = any(${all})
    )
    delete from core.outbox o where exists (select from jsonb_each_text(o.about) a join subjects s on s.id = a.value)`);
  await db.execute(
    sql`delete from core.set_up_links where email in (select jsonb_array_elements_text(${addresses}::jsonb))`,
  );
  await db.execute(sql`
    update core.concern_raisers set contact = null, link_hash = null
    where person_id is null and contact in (select jsonb_array_elements_text(${addresses}::jsonb))`);
  await db.execute(sql`
    update core.import_rows set subject_id = null, source_id = null, name = null, before = null, notes = '[]'
    where subject_id = any(${all})`);
  await forgetInvitations(unit, ids, addresses);
  await forgetWhoDid(unit, ids);
  await db.execute(sql`delete from core.notice_told where item_id = any(${all})`);
  await eraseGrants(unit, 'person', ids);
  await db.execute(sql`update core.sharing_grants set given_by = null where given_by = any(${all})`);
  await db.execute(sql`update core.relation_grants set given_by = null where given_by = any(${all})`);
  await db.execute(sql`delete from core.people where id = any(${all})`);
  for (const id of ids) unit.personChanged(id);
  return known.map(({ email, key }) => ({ email, subjectKey: key }));
}

/**
 * Takes people out of invitations by members: those to their addresses keep what their inviter sees of them, so that it
 * tells nobody who was here.
 */
async function forgetInvitations({ db }: Unit, ids: readonly string[], addresses: string): Promise<void> {
  await db.execute(sql`
    with forgotten as (
      update core.member_invitations set email = null, name = null, words = null, token_hash = null
      where email in (select jsonb_array_elements_text(${addresses}::jsonb)) returning id::text
    ), asked as (
      select id from forgotten union select id::text from core.member_invitations where invited_by = any(${uuids(ids)})
    )
    delete from core.outbox o using asked a where o.about ->> 'invitation' = a.id`);
}

/** Columns that say who did something, and hold a person's or an account's id as text. */
const DOERS = [
  ['import_runs', 'started_by'],
  ['import_runs', 'undone_by'],
  ['duplicate_decisions', 'decided_by'],
  ['role_grants', 'granted_by'],
  ['invitation_batches', 'started_by'],
] as const;

/** What someone did stays done; that it was they goes. */
async function forgetWhoDid({ db }: Unit, ids: readonly string[]): Promise<void> {
  const doers = sql`(select unnest(${uuids(ids)})::text union select id::text from core.accounts where person_id = any(${uuids(ids)}))`;
  for (const [table, column] of DOERS) {
    const at = sql.identifier(column);
    await db.execute(sql`update core.${sql.identifier(table)} set ${at} = 'gone' where ${at} in ${doers}`);
  }
}
