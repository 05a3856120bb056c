import { sql } from 'drizzle-orm';
import { isFrozen } from '~/features/directory/frozen.server';
import type { Unit } from '~/sharing/command.server';
import { groupsInUse } from '../import/in-use.server';

/** Why the group of the row cannot go: it is a member, people use it, or others were decided to be it. */
export type DropHindrance = 'member' | 'in_use' | 'leads_here';
/** Why the group that was there cannot be written: its own people write it, or nobody may at the moment. */
export type MergeHindrance = 'member' | 'frozen';

export interface Hindrances {
  drop: DropHindrance | null;
  merge: MergeHindrance | null;
}

/** What stands against dropping `other`, and against writing `ours`. */
export async function hindrances(unit: Unit, { ours, other }: { ours: string; other: string }): Promise<Hindrances> {
  const rows = await unit.db.execute<{ id: string; listed: boolean; confirmed: boolean; target: boolean }>(sql`
    select id, standing = 'listed' as listed, last_confirmed_on is not null as confirmed,
      exists (select from core.duplicate_decisions d where d.group_id = g.id) as target
    from core.groups g where id in (${ours}, ${other})`);
  const [here, row] = [ours, other].map((id) => rows.find((each) => each.id === id));
  return {
    merge: !here?.listed ? 'member' : (await isFrozen(unit.db, ours)) ? 'frozen' : null,
    drop: !row?.listed
      ? 'member'
      : row.target
        ? 'leads_here'
        : row.confirmed || (await groupsInUse(unit, [other])).has(other)
          ? 'in_use'
          : null,
  };
}
