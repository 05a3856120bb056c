import { sql } from 'drizzle-orm';
import { WRITTEN_COLUMNS } from '~/features/directory/group-batch.server';
import type { Unit } from '~/sharing/command.server';
import { uuids } from '~/sharing/load-records.server';

/** Everything of a group that an import writes, as rows of their tables. */
export interface Image extends Record<string, unknown> {
  group: Record<string, unknown>;
  links: unknown[];
  interests: unknown[];
  proposals: unknown[];
}

const COLUMNS = [...Object.keys(WRITTEN_COLUMNS), 'version', 'updated_at', 'edited_on', 'quiet_since'];

const parts = (table: string) =>
  sql`coalesce((select jsonb_agg(to_jsonb(p)) from ${sql.raw(table)} p where p.group_id = g.id), '[]')`;

/** What stands of groups now, by id. */
export async function groupImages({ db }: Unit, ids: readonly string[]): Promise<Map<string, Image>> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: string; image: Image }>(sql`
    select g.id, jsonb_build_object('group', to_jsonb(g), 'links', ${parts('core.group_links')},
      'interests', ${parts('core.group_interests')}, 'proposals', ${parts('core.topic_proposals')}) as image
    from core.groups g where g.id = any(${uuids(ids)})`);
  return new Map(rows.map(({ id, image }) => [id, image]));
}

/** Puts groups back to their images exactly, version and time of the last change included. */
export async function restoreImages(unit: Unit, images: readonly { id: string; image: Image }[]): Promise<void> {
  if (images.length === 0) return;
  const { db } = unit;
  const ids = uuids(images.map(({ id }) => id));
  await db.execute(sql`
    update core.groups g set (${sql.raw(COLUMNS.join(', '))}) = (select ${sql.raw(COLUMNS.map((name) => `p.${name}`).join(', '))}
      from jsonb_populate_record(g, r.image) p)
    from jsonb_to_recordset(${JSON.stringify(images.map(({ id, image }) => ({ id, image: image.group })))}::jsonb) as r(id uuid, image jsonb)
    where g.id = r.id`);
  for (const [table, rows] of [
    ['group_links', images.flatMap(({ image }) => image.links)],
    ['group_interests', images.flatMap(({ image }) => image.interests)],
    ['topic_proposals', images.flatMap(({ image }) => image.proposals)],
  ] as const) {
    const name = sql.raw(`core.${table}`);
    await db.execute(sql`delete from ${name} where group_id = any(${ids})`);
    if (rows.length > 0)
      await db.execute(
        sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)`,
      );
  }
  for (const { id } of images) unit.groupChanged(id);
}
