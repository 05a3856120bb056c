import { sql } from 'drizzle-orm';
import { blocks, contactOpenings } from '#db/schema/contact';
import type { Unit } from '~/sharing/command.server';
import { uuids } from '~/sharing/load-records.server';
import type { DemoRole } from './data';
import type { DemoPlan } from './plan';

const DAY = 86_400_000;

interface Written {
  groupIds: readonly string[];
  personIds: readonly string[];
}

const isMembers = (audience: string | undefined) => audience === 'member' || audience === 'public';

/** One block by the member, and two openings of the contact of a group for its lead to find in the log. */
export async function writeContact({ db }: Unit, plan: DemoPlan, { groupIds, personIds }: Written): Promise<void> {
  const numberOf = (role: DemoRole) => plan.people.findIndex(({ account }) => account === role);
  const [member, lead] = [numberOf('member'), numberOf('lead')];
  const theirs = new Set(plan.people[member]?.positions.map(({ group }) => group));
  const blocked = plan.people.findLastIndex(
    ({ account, standing, grants, positions }) =>
      account === 'ordinary' &&
      standing === 'member' &&
      isMembers(grants?.['person.name']) &&
      positions.every(({ group, leads }) => !leads && !theirs.has(group)),
  );
  const group = plan.people[lead]?.positions.find(({ leads }) => leads)?.group;
  const ids = { member: personIds[member], blocked: personIds[blocked], group: groupIds[group ?? -1] };
  if (!ids.member || !ids.blocked || !ids.group) throw new Error('The demo network has nobody to block, or no lead.');
  await db.insert(blocks).values({ personId: ids.member, blockedId: ids.blocked });
  // People get their key when the transaction ends, and some are named by it before.
  await db.execute(sql`set constraints core.people_subject_key immediate`);
  for (const [role, days] of [
    ['member', 2],
    ['weaver', 9],
  ] as const) {
    const [opener] = await db.execute<{ key: string }>(
      sql`select key from core.subject_keys where person_id = ${personIds[numberOf(role)] ?? ''}`,
    );
    await db.insert(contactOpenings).values({
      openerKey: opener?.key ?? '',
      openerRole: role === 'weaver' ? role : null,
      groupId: ids.group,
      category: 'group.email',
      openedAt: new Date(Date.now() - days * DAY),
    });
  }
}

/** Forgets what people of the demo opened, and who opened theirs, before their keys go with them. */
export async function removeOpenings({ db }: Unit, personIds: readonly string[]): Promise<void> {
  await db.execute(sql`
    delete from core.contact_openings o using core.subject_keys k
    where k.person_id = any(${uuids(personIds)}) and k.key in (o.opener_key, o.person_key)`);
}
