import { and, eq } from 'drizzle-orm';
import { groups } from '#db/schema/groups';
import { people } from '#db/schema/people';
import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { leadsOf } from '~/features/directory/leads.server';
import { notFound } from '~/lib/errors';
import { command } from '~/sharing/command.server';

const today = () => new Date().toISOString().slice(0, 10);

/** The viewer says that their own entry is still right. */
export const confirmMine = (viewer: SignedIn): Promise<void> =>
  command(async (unit) => {
    await unit.db.update(people).set({ lastConfirmedOn: today() }).where(eq(people.id, viewer.personId));
    unit.personChanged(viewer.personId);
  });

/** A lead says that their group's entry is still right, which wakes a quiet one. @throws DomainError `not_found` for everyone else */
export const confirmGroup = (viewer: SignedIn, slug: string): Promise<void> =>
  command(async (unit) => {
    const [group] = await unit.db.select({ id: groups.id }).from(groups).where(eq(groups.slug, slug)).for('update');
    const leads = group ? await leadsOf(unit.db, group.id) : [];
    if (!group || viewer.standing !== 'member' || !leads.includes(viewer.personId)) throw notFound();
    await unit.db
      .update(groups)
      .set({ lastConfirmedOn: today(), quietSince: null })
      .where(and(eq(groups.id, group.id)));
    unit.groupChanged(group.id);
  });

/** When something was last confirmed, and whether that is recent enough to leave it alone or long enough ago to ask. */
export interface Freshness {
  confirmedOn: string | null;
  /** Confirmed within a month: thanks are due, and no button. */
  recent: boolean;
  /** A year or more ago: a gentle question. */
  due: boolean;
}

const DAY = 86_400_000;

const freshness = (confirmedOn: string | null, since: string | null): Freshness => {
  const days = (day: string | null) => (day ? (Date.now() - Date.parse(day)) / DAY : 0);
  return {
    confirmedOn,
    recent: confirmedOn !== null && days(confirmedOn) < 30,
    due: days(confirmedOn ?? since) >= 365,
  };
};

interface Row {
  on: string | null;
  since: string | null;
}

/** When the viewer last confirmed their own entry. */
export async function myFreshness(viewer: SignedIn): Promise<Freshness> {
  const [row] = await asSelf(
    viewer.personId,
    (sql) => sql<Row[]>`
      select last_confirmed_on::text as on, coalesce(joined_on, created_at::date)::text as since from core.people where id = ${viewer.personId}`,
  );
  return freshness(row?.on ?? null, row?.since ?? null);
}

/** When a group the viewer leads was last confirmed; null for whoever does not lead it. */
export async function groupFreshness(viewer: SignedIn, slug: string): Promise<Freshness | null> {
  if (viewer.standing !== 'member') return null;
  const [row] = await asSelf(
    viewer.personId,
    (sql) => sql<Row[]>`
      select last_confirmed_on::text as on, listed_on::text as since from core.groups where slug = ${slug}`,
  );
  return row ? freshness(row.on, row.since) : null;
}
