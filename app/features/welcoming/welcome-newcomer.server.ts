import { eq, sql } from 'drizzle-orm';
import { people } from '#db/schema/people';
import { newcomers, vouches, welcomePaths } from '#db/schema/welcoming';
import type { SignedIn, Viewer } from '~/auth/viewer';
import { createGroup, setPosition } from '~/features/directory/group-commands.server';
import { DomainError, notFound } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { command, type Unit } from '~/sharing/command.server';
import { giveTo } from './assign.server';
import { requireWelcomer, VOUCHES_NEEDED } from './desk.server';
import { tellNewcomer, tellWeaver } from './news.server';
import { readJoining } from './stored.server';

/** Holds a newcomer until the transaction ends: of two answers at once the second is told that there was one. */
async function hold({ db }: Unit, id: string): Promise<string> {
  const [row] = await db.execute<{ id: string; standing: string }>(
    sql`select id, standing from core.people where id::text = ${id} for update`,
  );
  if (row?.standing === 'newcomer') return row.id;
  if (row?.standing === 'member') throw new DomainError('conflict', m.join_desk_welcomed_already());
  throw notFound();
}

/**
 * Welcomes a newcomer: from now on they are a member, who shows what they chose to and nothing else. The group that they
 * asked with becomes a member group, which they lead. What they wrote goes.
 * @throws DomainError `not_found` for anyone but weavers and stewards, `conflict` if somebody was quicker, or while fewer
 *   members than the network asks for said that they know them
 */
export async function welcomeNewcomer(viewer: Viewer, id: string): Promise<void> {
  requireWelcomer(viewer);
  const { welcome } = await readJoining(viewer);
  await command(async (unit) => {
    const { db } = unit;
    const personId = await hold(unit, id);
    const [asked] = await db.select().from(newcomers).where(eq(newcomers.personId, personId));
    const [said] = await db.execute<{ yes: number }>(
      sql`select count(*)::int as yes from core.vouches where newcomer_id = ${personId} and answer = 'yes'`,
    );
    if ((said?.yes ?? 0) < VOUCHES_NEEDED[welcome]) throw new DomainError('conflict', m.join_desk_not_enough());
    await db
      .update(people)
      .set({ standing: 'member', joinedOn: sql`current_date`, updatedAt: new Date() })
      .where(eq(people.id, personId));
    if (asked?.kind === 'group' && asked.groupName) await makeGroup(viewer, unit, personId, asked);
    await db.delete(newcomers).where(eq(newcomers.personId, personId));
    await db.delete(vouches).where(eq(vouches.newcomerId, personId));
    await db.insert(welcomePaths).values({ personId }).onConflictDoNothing();
    await tellNewcomer(unit, personId, 'welcomed');
    unit.personChanged(personId);
  });
}

async function makeGroup(viewer: SignedIn, unit: Unit, personId: string, asked: typeof newcomers.$inferSelect) {
  const { id } = await createGroup(
    viewer,
    unit,
    { name: asked.groupName ?? '', purpose: asked.groupAbout, website: asked.groupWebsite },
    { standing: 'member', lastConfirmedOn: new Date().toISOString().slice(0, 10) },
  );
  await setPosition(viewer, unit, { personId, groupId: id, title: null, leads: true });
  unit.groupChanged(id);
}

type Change = { intent: 'take' } | { intent: 'hand'; to: string } | { intent: 'meeting'; meeting: string | null };

/** Takes a newcomer over, hands them to another weaver, or writes down for both when and how they speak. */
export async function changeNewcomer(viewer: Viewer, id: string, change: Change): Promise<void> {
  requireWelcomer(viewer);
  await command(async (unit) => {
    const personId = await hold(unit, id);
    if (change.intent === 'take') return giveTo(unit, personId, viewer.personId);
    if (change.intent === 'hand') {
      const [other] = await unit.db.execute<{ id: string }>(sql`
        select p.id from core.people p join core.accounts a on a.person_id = p.id join core.role_grants r on r.account_id = a.id
        where p.id::text = ${change.to} and p.standing = 'member' and r.role in ('weaver', 'steward') limit 1`);
      if (!other) throw new DomainError('invalid', m.join_desk_no_weaver());
      await giveTo(unit, personId, other.id);
      return tellWeaver(unit, personId, other.id);
    }
    await unit.db.execute(sql`
      insert into core.newcomers (person_id, kind, meeting) values (${personId}, 'person', ${change.meeting})
      on conflict (person_id) do update set meeting = excluded.meeting, updated_at = now()`);
  });
}

/** Says "not now" with a reason that the newcomer reads; they may write again. */
export async function answerNotNow(viewer: Viewer, id: string, note: string): Promise<void> {
  requireWelcomer(viewer);
  await command(async (unit) => {
    const personId = await hold(unit, id);
    await unit.db.execute(sql`
      insert into core.newcomers (person_id, kind, state, note, decided_at) values (${personId}, 'person', 'not_now', ${note}, now())
      on conflict (person_id) do update set state = 'not_now', note = excluded.note, decided_at = now(), updated_at = now()`);
    await tellNewcomer(unit, personId, 'not_now');
  });
}
