import { sql } from 'drizzle-orm';
import { WRITTEN_COLUMNS } from '~/features/directory/group-batch.server';
import { freeSlugs } from '~/features/directory/group-slugs.server';
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
  for (const table of PARTS)
    await db.execute(sql`delete from ${sql.raw(`core.${table}`)} where group_id = any(${ids})`);
  await insertParts(
    unit,
    images.map(({ image }) => image),
  );
  for (const { id } of images) unit.groupChanged(id);
}

const PARTS = ['group_links', 'group_interests', 'topic_proposals'] as const;

async function insertParts({ db }: Unit, images: readonly Image[]): Promise<void> {
  const rowsOf = (table: (typeof PARTS)[number]) =>
    images.flatMap(({ links, interests, proposals }) =>
      table === 'group_links' ? links : table === 'group_interests' ? interests : proposals,
    );
  for (const table of PARTS) {
    const [name, rows] = [sql.raw(`core.${table}`), rowsOf(table)];
    if (rows.length > 0)
      await db.execute(
        sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)`,
      );
  }
}

/** Makes a group that is gone again by its image, under another address if somebody has its own by now. */
export async function insertImage(unit: Unit, image: Image): Promise<void> {
  const [slug] = await freeSlugs(unit.db, [String(image.group.slug)]);
  const group: Record<string, unknown> = { ...image.group, slug };
  const columns = sql.join(
    Object.keys(group).map((name) => sql.identifier(name)),
    sql`, `,
  );
  await unit.db.execute(sql`
    insert into core.groups (${columns}) select ${columns} from jsonb_populate_record(null::core.groups, ${JSON.stringify(group)}::jsonb)`);
  await insertParts(unit, [image]);
  unit.groupChanged(String(group.id));
}
