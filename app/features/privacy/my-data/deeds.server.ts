import { sql } from 'drizzle-orm';
import type { SignedIn } from '~/auth/viewer';
import { command } from '~/sharing/command.server';

/**
 * Columns that say who did something to what belongs to others, with the column of its time: of these somebody's own data
 * holds that they did it and when, and not what it was done to.
 */
export const DEEDS: readonly (readonly [what: string, at: string])[] = [
  ['sharing_grants.given_by', 'created_at'],
  ['relation_grants.given_by', 'created_at'],
  ['consents.actor_key', 'at'],
  ['contact_openings.opener_key', 'opened_at'],
  ['claims.decided_by', 'decided_at'],
  ['removals.decided_by', 'decided_at'],
  ['concern_entries.done_by', 'created_at'],
  ['pauses.asked_by', 'created_at'],
  ['pauses.agreed_by', 'begun_at'],
  ['signatures.signed_by', 'created_at'],
  ['group_signers.confirmed_by', 'created_at'],
  ['newcomers.weaver_id', 'updated_at'],
  ['invited_people.invited_by', 'created_at'],
  ['import_files.uploaded_by', 'created_at'],
  ['import_runs.started_by', 'created_at'],
  ['import_runs.undone_by', 'undone_at'],
  ['duplicate_decisions.decided_by', 'created_at'],
  ['role_grants.granted_by', 'created_at'],
  ['invitation_batches.started_by', 'created_at'],
];

/** What the viewer did for or to others, as `{ what, at }` in the order of the list and of time. */
export function myDeeds({ personId, accountId }: SignedIn): Promise<unknown[]> {
  const reads = DEEDS.map(([what, at], place) => {
    const [table = '', column = ''] = what.split('.');
    return sql`
      select ${place}::int as place, ${what}::text as what, ${sql.identifier(at)} as at from core.${sql.identifier(table)}
      where ${sql.identifier(column)}::text in (${personId}, ${accountId}, (select key::text from core.subject_keys where person_id = ${personId}))`;
  });
  return command(async ({ db }) => {
    const rows = await db.execute<{ row: unknown }>(sql`
      select jsonb_build_object('what', what, 'at', at) as row from (${sql.join(reads, sql` union all `)}) d order by place, at`);
    return rows.map(({ row }) => row);
  });
}

/** What others wrote to the viewer's address in inviting them. */
export function invitationsIGot({ accountId }: SignedIn): Promise<unknown[]> {
  return command(async ({ db }) => {
    const rows = await db.execute<{ row: unknown }>(sql`
      select jsonb_build_object('name', i.name, 'words', i.words, 'created_at', i.created_at, 'expires_at', i.expires_at) as row
      from core.member_invitations i join core.accounts a on a.email = i.email where a.id = ${accountId}
      order by i.created_at, i.id`);
    return rows.map(({ row }) => row);
  });
}
