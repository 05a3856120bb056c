import { sql } from 'drizzle-orm';
import type { RemovalState } from '#db/schema/claims';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import { command } from '~/sharing/command.server';
import { atDesk } from './read-claims.server';
import { REMOVAL_DAYS } from './removal-rules';

export interface RemovalLine {
  id: string;
  group: string;
  slug: string | null;
  state: RemovalState;
  /** When it is granted by itself if nobody decides; null while someone says "this is us". */
  settlesOn: string | null;
}

const LINE = sql`r.id, r.group_name as "group", g.slug, r.state,
  case when g.standing = 'listed' and not exists (select from core.claims c where c.group_id = g.id and c.state in ('proposed', 'waiting', 'contested'))
    then to_json(r.confirmed_at + make_interval(days => ${REMOVAL_DAYS})) #>> '{}' end as "settlesOn"`;
const FROM = sql`core.removals r left join core.groups g on g.id = r.group_id`;

/** Wishes to be removed that wait for an answer. @throws DomainError `not_found` for whoever is no weaver or operator */
export async function removalsAtDesk(viewer: SignedIn): Promise<RemovalLine[]> {
  if (!atDesk(viewer)) throw notFound();
  return command(async ({ db }) => [
    ...(await db.execute<RemovalLine & Record<string, unknown>>(
      sql`select ${LINE} from ${FROM} where r.state = 'waiting' order by r.confirmed_at, r.id limit 200`,
    )),
  ]);
}

/** One confirmed wish, with who asks and why, for the operator who answers it. @throws DomainError `not_found` */
export async function removalPage(viewer: SignedIn, id: string) {
  mustBe(viewer, 'operator');
  return command(async ({ db }) => {
    type Row = RemovalLine & { askerName: string; email: string; reason: string | null; note: string | null };
    const [row] = await db.execute<Row & Record<string, unknown>>(sql`
      select ${LINE}, r.asker_name as "askerName", r.email, r.reason, r.note from ${FROM}
      where r.id::text = ${id} and r.state <> 'unconfirmed'`);
    if (!row) throw notFound();
    return row as Row;
  });
}
export type RemovalPage = Awaited<ReturnType<typeof removalPage>>;
