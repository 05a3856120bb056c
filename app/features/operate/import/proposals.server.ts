import { sql } from 'drizzle-orm';
import type { Unit } from '~/sharing/command.server';
import { uuids } from '~/sharing/load-records.server';
import type { Planned } from './plan.server';

/** Keeps the topics that rows propose, in place of what groups that were there (`known`) proposed before. */
export async function writeProposals(
  { db }: Unit,
  known: readonly string[],
  rows: readonly { id: string; proposals: Planned['proposals'] }[],
): Promise<void> {
  if (known.length > 0)
    await db.execute(sql`delete from core.topic_proposals where kind = 'interest' and group_id = any(${uuids(known)})`);
  const proposals = rows.flatMap(({ id, proposals }) =>
    proposals.map(({ label, folded }) => ({ group_id: id, label, folded })),
  );
  if (proposals.length === 0) return;
  await db.execute(sql`
    insert into core.topic_proposals (kind, group_id, label, folded)
    select 'interest', r.group_id, r.label, r.folded
    from jsonb_to_recordset(${JSON.stringify(proposals)}::jsonb) as r(group_id uuid, label text, folded text)
    on conflict do nothing`);
}
