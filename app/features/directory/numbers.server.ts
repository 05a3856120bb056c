import type { Viewer } from '~/auth/viewer';
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
      (select count(*)::int from people where not imported) as people
    from groups`;
  return row ?? { memberGroups: 0, listedGroups: 0, people: 0, countries: 0 };
}
