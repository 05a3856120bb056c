import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { slugify } from '~/lib/slug';
import type { Unit } from '~/sharing/command.server';
import { uuids } from '~/sharing/load-records.server';
import { freeSlugs } from './group-slugs.server';
import type { GroupOrigin, GroupValues } from './groups.schema';

/** Columns that whoever writes a group writes, with their types. */
export const WRITTEN_COLUMNS = {
  name: 'text',
  abbreviation: 'text',
  purpose: 'text',
  activities: 'text',
  website: 'text',
  town_id: 'int',
  region_key: 'text',
  country: 'char(2)',
  place_text: 'text',
  email: 'text',
  street_address: 'text',
} as const;

const ORIGIN_COLUMNS = {
  id: 'uuid',
  slug: 'text',
  standing: 'text',
  source: 'text',
  source_id: 'text',
  source_note: 'text',
  listed_on: 'date',
  last_confirmed_on: 'date',
  quiet_since: 'date',
  demo: 'boolean',
} as const;

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const asRow = (values: object) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [snake(key), value])) as Record<string, unknown>;

const records = (rows: readonly object[], columns: Record<string, string>) => sql`
  jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${sql.raw(
    Object.entries(columns)
      .map(([name, type]) => `${name} ${type}`)
      .join(', '),
  )})`;

type Parts = Pick<GroupValues, 'links' | 'interestIds'> & { id: string };

export interface NewGroup {
  id: string;
  values: GroupValues;
  origin: GroupOrigin;
}

/** Makes groups of values that were checked, set-wise. @returns the slugs they got, in order */
export async function createGroups(unit: Unit, groups: readonly NewGroup[]): Promise<string[]> {
  if (groups.length === 0) return [];
  const slugs = await freeSlugs(
    unit.db,
    groups.map(({ values, origin }) => origin.slug ?? slugify(values.name)),
  );
  const rows = groups.map(({ id, values: { links, interestIds, ...values }, origin }, at) => ({
    ...asRow({ ...values, ...origin }),
    id,
    slug: slugs[at],
  }));
  const columns = { ...WRITTEN_COLUMNS, ...ORIGIN_COLUMNS };
  const defaults: Record<string, string> = {
    listed_on: 'coalesce(r.listed_on, current_date)',
    demo: 'coalesce(r.demo, false)',
  };
  const names = Object.keys(columns);
  await unit.db.execute(sql`
    insert into core.groups (${sql.raw(names.join(', '))})
    select ${sql.raw(names.map((name) => defaults[name] ?? `r.${name}`).join(', '))} from ${records(rows, columns)}`);
  await writeParts(
    unit.db,
    groups.map(({ id, values }) => ({ id, ...values })),
  );
  for (const { id } of groups) unit.groupChanged(id);
  return slugs;
}

/** Writes groups anew, set-wise, without asking who does it: each counts one version up. */
export async function updateGroups(unit: Unit, groups: readonly { id: string; values: GroupValues }[]): Promise<void> {
  if (groups.length === 0) return;
  const rows = groups.map(({ id, values: { links, interestIds, ...values } }) => ({ ...asRow(values), id }));
  const set = Object.keys(WRITTEN_COLUMNS).map((name) => `${name} = r.${name}`);
  await unit.db.execute(sql`
    update core.groups g set ${sql.raw(set.join(', '))}, version = g.version + 1, updated_at = now(),
      edited_on = (now() at time zone 'utc')::date, quiet_since = null
    from ${records(rows, { id: 'uuid', ...WRITTEN_COLUMNS })} where g.id = r.id`);
  const ids = uuids(groups.map(({ id }) => id));
  await unit.db.execute(sql`delete from core.group_interests where group_id = any(${ids})`);
  await unit.db.execute(sql`delete from core.group_links where group_id = any(${ids})`);
  await writeParts(
    unit.db,
    groups.map(({ id, values }) => ({ id, ...values })),
  );
  for (const { id } of groups) unit.groupChanged(id);
}

async function writeParts(db: Transaction, groups: readonly Parts[]): Promise<void> {
  const links = groups.flatMap((group) =>
    group.links.map(({ url, label }, position) => ({ group_id: group.id, position, url, label })),
  );
  const interests = groups.flatMap((group) =>
    [...new Set(group.interestIds)].map((interest_id) => ({ group_id: group.id, interest_id })),
  );
  if (links.length > 0)
    await db.execute(sql`
      insert into core.group_links (group_id, position, url, label)
      select r.* from ${records(links, { group_id: 'uuid', position: 'int', url: 'text', label: 'text' })}`);
  if (interests.length > 0)
    await db.execute(sql`
      insert into core.group_interests (group_id, interest_id)
      select r.* from ${records(interests, { group_id: 'uuid', interest_id: 'int' })}`);
}

export type StoredGroup = GroupValues & { version: number };

/** Groups as stored, with their parts and version, by id; unknown ids are left out. */
export async function currentGroups(db: Transaction, ids: readonly string[]): Promise<Map<string, StoredGroup>> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<StoredGroup & { id: string }>(sql`
    select id, version, name, abbreviation, purpose, activities, website, town_id as "townId", region_key as "regionKey",
      country, place_text as "placeText", email, street_address as "streetAddress",
      to_jsonb(array(select interest_id from core.group_interests i where i.group_id = g.id order by 1)) as "interestIds",
      coalesce((select jsonb_agg(jsonb_build_object('url', l.url, 'label', l.label) order by l.position)
        from core.group_links l where l.group_id = g.id), '[]') as links
    from core.groups g where id = any(${uuids(ids)})`);
  return new Map(rows.map(({ id, ...group }) => [id, group]));
}
