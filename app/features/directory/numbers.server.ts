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
    with kept as (
      select subject, given_facet, facet, key, rows from counts
      where (subject, given_facet, given_key)
        in (('people', 'total', ''), ('groups', 'total', ''), ('groups', 'standing', 'member')))
    select coalesce(max(rows) filter (where facet = 'standing' and key = 'member'), 0) as "memberGroups",
      coalesce(max(rows) filter (where facet = 'standing' and key = 'listed'), 0) as "listedGroups",
      count(*) filter (where given_facet = 'standing' and facet = 'country')::int as countries,
      coalesce(max(rows) filter (where subject = 'people' and facet = 'total'), 0)
        - coalesce(max(rows) filter (where subject = 'people' and facet = 'imported'), 0) as people
    from kept`;
  return row ?? { memberGroups: 0, listedGroups: 0, people: 0, countries: 0 };
}
