import { sql } from 'drizzle-orm';
import { DomainError } from '~/lib/errors';
import { command, type Unit } from '~/sharing/command.server';
import { daysToLeave } from '~/sharing/retention';
import { noteDeparture } from './departures-file.server';
import { erasePeople } from './erase-people.server';
import { shutOut } from './sign-out.server';
import { holdStewards, isLastSteward } from './stewards.server';
import { entomb } from './tombstones.server';
import type { SignedIn } from './viewer';

const DAY = 86_400_000;

/**
 * Notes that somebody leaves and hides them from everyone; a pause of their account goes on. What they were is kept, for
 * when they stay.
 * @returns their subject key; null for who is not here, or leaves already
 */
export async function hideLeaver(
  unit: Unit,
  personId: string,
  { askedAt, eraseAt }: { askedAt: Date; eraseAt: Date },
): Promise<string | null> {
  const [row] = await unit.db.execute<{ key: string }>(sql`
    with leaver as (
      insert into core.departures (person_id, asked_at, erase_at, standing_before, hidden_from)
      select id, ${askedAt.toISOString()}::timestamptz, ${eraseAt.toISOString()}::timestamptz, standing, standing_before
      from core.people where id = ${personId} and standing <> 'imported'
      on conflict do nothing returning person_id
    ), hidden as (
      update core.people p set standing_before = null,
        standing = case when p.standing = 'held' then p.standing else 'hidden' end
      from leaver where p.id = leaver.person_id
    )
    select k.key from core.subject_keys k join leaver on leaver.person_id = k.person_id`);
  unit.personChanged(personId);
  return row?.key ?? null;
}

/**
 * The viewer leaves: hidden at once, signed out everywhere but here, and deleted on the day the result names. Nobody is
 * told.
 * @throws DomainError `conflict` for the last steward
 */
export function askToLeave(viewer: SignedIn, now = new Date()): Promise<void> {
  return command(async (unit) => {
    await holdStewards(unit.db);
    if (await isLastSteward(unit.db, viewer.personId))
      throw new DomainError('conflict', 'This is the last steward. Make someone else a steward first.');
    const eraseAt = new Date(now.getTime() + daysToLeave(unit.policy) * DAY);
    const key = await hideLeaver(unit, viewer.personId, { askedAt: now, eraseAt });
    if (!key) return;
    await shutOut(unit.db, viewer.accountId, viewer.sessionHash);
    unit.afterCommit(() => noteDeparture({ subjectKey: key, askedAt: now, eraseAt, stayed: false }));
  });
}

/** Takes a wish to leave back and makes its owner what they were; nothing for who does not leave. */
export async function showStayer(unit: Unit, personId: string): Promise<string | null> {
  const [row] = await unit.db.execute<{ key: string }>(sql`
    with stayer as (delete from core.departures where person_id = ${personId} returning *), shown as (
      update core.people p set standing_before = s.hidden_from,
        standing = case when p.standing = 'held' then p.standing else s.standing_before end
      from stayer s where p.id = s.person_id
    )
    select k.key from core.subject_keys k join stayer s on s.person_id = k.person_id`);
  unit.personChanged(personId);
  return row?.key ?? null;
}

/** The viewer stays after all. */
export function stayAfterAll(viewer: SignedIn, now = new Date()): Promise<void> {
  return command(async (unit) => {
    const key = await showStayer(unit, viewer.personId);
    if (key) unit.afterCommit(() => noteDeparture({ subjectKey: key, askedAt: now, eraseAt: now, stayed: true }));
  });
}

const BATCH = 50;

/** Deletes those whose days to change their mind are over, and leaves their tombstones. @returns how many went */
export async function eraseLeavers(now = new Date()): Promise<number> {
  for (let gone = 0; ; ) {
    const ids = await command(async (unit) => {
      const due = await unit.db.execute<{ id: string }>(sql`
        select person_id as id from core.departures where erase_at <= ${now.toISOString()}::timestamptz
        order by 1 limit ${BATCH} for update`);
      const ids = due.map(({ id }) => id);
      await entomb(unit, await erasePeople(unit, ids));
      return ids.length;
    });
    gone += ids;
    if (ids < BATCH) return gone;
  }
}
