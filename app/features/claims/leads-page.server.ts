import { sql } from 'drizzle-orm';
import type { SignedIn } from '~/auth/viewer';
import { groupILead } from '~/features/directory/group-i-lead.server';
import { namesAs } from '~/features/directory/names-as.server';
import { fold, words } from '~/lib/text';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { claimsOfGroup } from './read-claims.server';

/**
 * Who leads a group and which changes are open, for one of its leads. Leads who do not show their name to this viewer
 * are there without it.
 * @throws DomainError `not_found` for everyone else
 */
export async function leadsPage(viewer: SignedIn, slug: string) {
  const group = await groupILead(viewer, slug);
  const rows = await command(({ db }) =>
    db.execute<{ id: string; title: string | null }>(sql`
      select person_id as id, title from core.positions where group_id = ${group.id} and leads order by created_at, person_id`),
  );
  const names = await namesAs(
    viewer,
    rows.map(({ id }) => id),
  );
  return {
    slug: group.slug,
    name: group.name,
    leads: rows.map(({ id, title }) => {
      const found = names.get(id);
      const isMe = id === viewer.personId;
      return { id, title, name: isMe ? viewer.name : (found?.name ?? null), handle: found?.handle ?? null, isMe };
    }),
    claims: await claimsOfGroup(viewer, group.id),
  };
}
export type LeadsPage = Awaited<ReturnType<typeof leadsPage>>;

const SHOWN = 8;

/** People whose names begin with what is typed, as this member may see them; `value` is the handle. */
export async function suggestMembers(
  viewer: SignedIn,
  text: string,
): Promise<{ label: string; detail: string; value: string }[]> {
  const typed = words(text.slice(0, 100)).slice(0, 5);
  if (typed.length === 0 || viewer.standing !== 'member') return [];
  const query = typed.map((word) => `'${fold(word)}':*A`).join(' & ');
  const rows = await readAs(viewer)<{ name: string; handle: string }[]>`
    select name, handle from people where tsv @@ to_tsquery('simple', ${query}) order by sort_name, handle limit ${SHOWN}`;
  return rows.map(({ name, handle }) => ({ label: name, detail: handle, value: handle }));
}
