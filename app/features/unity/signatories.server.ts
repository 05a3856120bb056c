import type { Viewer } from '~/auth/viewer';
import { decodeCursor, encodeCursor } from '~/features/directory/cursor';
import { readAs } from '~/sharing/read.server';

const AT_ONCE = 100;
const TABLES = { group: 'groups', person: 'people' } as const;

export interface Signatory {
  name: string;
  /** Its slug or handle. */
  key: string;
  version: number;
}

export interface SignatoryList {
  /** Those who signed the version itself, then those who signed an older one and not this. */
  shown: Signatory[];
  /** How many stand in the whole list, of either sort. */
  signed: number;
  older: number;
  /** Where the next part begins. */
  next: string | null;
}

interface Row extends Signatory {
  sortName: string;
  older: number;
}

/**
 * Who stands under a version by name, as far as it reaches this viewer: rows of their projection, and counts of these
 * rows. Under the version in force stand also those who signed an older one and not this; under an older version
 * everyone who signed it.
 */
export async function signatories(
  viewer: Viewer,
  subject: 'group' | 'person',
  { version, inForce, after }: { version: number; inForce: boolean; after: string },
): Promise<SignatoryList> {
  const sql = readAs(viewer);
  const standing = inForce
    ? sql`not exists (select from signatures n where n.subject_id = s.subject_id and n.version > s.version)`
    : sql`s.version = ${version}`;
  const from = sql`from signatures s where s.subject = ${subject} and ${standing}`;
  const cursor = decodeCursor(after);
  const key = subject === 'group' ? sql`t.slug` : sql`t.handle`;
  const order = sql`((s.version < ${version})::int, t.sort_name, ${key})`;
  const rest = cursor ? sql`and ${order} > (${Number(cursor.key)}::int, ${cursor.sortName}, ${cursor.id})` : sql``;
  const [counts, rows] = await Promise.all([
    sql<{ signed: number; older: number }[]>`
      select count(*) filter (where s.version = ${version})::int as signed,
        count(*) filter (where s.version < ${version})::int as older ${from}`,
    sql<Row[]>`
      select t.name, ${key} as key, s.version, t.sort_name as "sortName", (s.version < ${version})::int as older
      from signatures s join ${sql(TABLES[subject])} t on ${subject === 'group' ? sql`t.group_id` : sql`t.person_id`} = s.subject_id
      where s.subject = ${subject} and ${standing} ${rest} order by 5, 4, 2 limit ${AT_ONCE + 1}`,
  ]);
  const page = rows.slice(0, AT_ONCE);
  const last = page.at(-1);
  const more = rows.length > AT_ONCE && last;
  return {
    shown: page.map(({ name, key, version }) => ({ name, key, version })),
    signed: counts[0]?.signed ?? 0,
    older: counts[0]?.older ?? 0,
    next: more ? encodeCursor({ key: last.older, sortName: last.sortName, id: last.key }) : null,
  };
}
