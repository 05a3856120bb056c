import { sql } from 'drizzle-orm';
import type { Viewer } from '~/auth/viewer';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';

export interface NetworkNumbers {
  memberGroups: number;
  listedGroups: number;
  people: number;
  countries: number;
}

/** What this viewer could count for themselves: groups that are members, groups only listed, people who chose to be found. */
export async function networkNumbers(viewer: Viewer): Promise<NetworkNumbers> {
  const [row] = await readAs(viewer)<NetworkNumbers[]>`
    select count(*) filter (where standing = 'member')::int as "memberGroups",
      count(*) filter (where standing = 'listed')::int as "listedGroups",
      count(distinct country) filter (where standing = 'member')::int as countries,
      (select count(*)::int from people) as people
    from groups`;
  return row ?? { memberGroups: 0, listedGroups: 0, people: 0, countries: 0 };
}

export interface NetworkSelf {
  name: string;
  purpose: string;
  description: string;
  demo: boolean;
}

/** What the network says of itself, in the reader's language where it did. */
export async function readNetwork(viewer: Viewer, locale: string): Promise<NetworkSelf> {
  const [row] = await readAs(viewer)<NetworkSelf[]>`
    select name, coalesce(purpose ->> ${locale}, purpose ->> 'en') as purpose,
      coalesce(description ->> ${locale}, description ->> 'en') as description, demo
    from ref.network`;
  return row ?? { name: 'Commonweave', purpose: '', description: '', demo: false };
}

/** Whether there is no person and no group at all, seen or unseen: asked by the console at start-up. */
export async function isEmptyHub(): Promise<boolean> {
  return command(async ({ db }) => {
    const [row] = await db.execute<{ empty: boolean }>(
      sql`select not exists (select from core.people) and not exists (select from core.groups) as empty`,
    );
    return row?.empty === true;
  });
}
