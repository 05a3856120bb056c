import { sql } from 'drizzle-orm';
import { hasRole, type SignedIn } from '~/auth/viewer';
import { namesAs, type PersonName } from '~/features/directory/names-as.server';
import { notFound } from '~/lib/errors';
import { fold } from '~/lib/text';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';

/** Somebody by the name that the viewer may see; null for who shares none with them. */
export type Named = PersonName | null;

export interface InvitedLine {
  key: string;
  inviter: Named;
  invited: Named;
  /** ISO date and time. */
  since: string;
}

const MOST = 200;

/**
 * Who came in by whose invitation, newest first; `q` is looked for in the names of inviters. An edge between two people
 * that only stewards and weavers read, with the names that they may see anyway. Open invitations are no part of it.
 * @throws DomainError `not_found` for anyone else
 */
export async function whoInvited(viewer: SignedIn, q: string): Promise<{ lines: InvitedLine[]; more: boolean }> {
  if (!hasRole(viewer, 'steward') && !hasRole(viewer, 'weaver')) throw notFound();
  const words = fold(q)
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
  const asked =
    words.length > 0
      ? await readAs(viewer)<{ person_id: string }[]>`
          select person_id from people where sort_name like all(${words}::text[]) limit 1000`
      : null;
  const among = asked && JSON.stringify(asked.map(({ person_id }) => person_id));
  const rows = await command(({ db }) =>
    db.execute<{ invited: string; inviter: string; since: string }>(sql`
      select person_id as invited, invited_by as inviter, to_json(created_at) #>> '{}' as since from core.invited_people
      where ${among}::jsonb is null or invited_by::text in (select jsonb_array_elements_text(${among}::jsonb))
      order by created_at desc, person_id limit ${MOST + 1}`),
  );
  const shown = rows.slice(0, MOST);
  const names = await namesAs(
    viewer,
    shown.flatMap(({ invited, inviter }) => [invited, inviter]),
  );
  const lines = shown.map(({ invited, inviter, since }, at) => ({
    key: String(at),
    inviter: names.get(inviter) ?? null,
    invited: names.get(invited) ?? null,
    since,
  }));
  return { lines, more: rows.length > MOST };
}
