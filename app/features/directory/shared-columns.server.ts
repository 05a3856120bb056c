import { and, eq, inArray } from 'drizzle-orm';
import { sharingGrants } from '#db/schema/sharing';
import type { Audience, ReaderAudience } from '~/lib/audience';
import type { Unit } from '~/sharing/command.server';
import { effectiveForGroup, isShown } from '~/sharing/effective';
import type { GroupValues } from './groups.schema';

export type GroupColumn = keyof GroupValues;

const FIELDS: Record<GroupColumn, string> = {
  name: 'name',
  abbreviation: 'abbreviation',
  purpose: 'purpose',
  activities: 'activities',
  website: 'website',
  links: 'links',
  interestIds: 'topics',
  townId: 'town',
  regionKey: 'town',
  country: 'town',
  placeText: 'town',
  email: 'email',
  streetAddress: 'street_address',
};
const COLUMNS = Object.keys(FIELDS) as GroupColumn[];

/** The columns of groups, by their ids, that they share with an audience, filled or not. Without `name` a group is not there for it. */
export async function sharedColumns(
  { db, policy }: Unit,
  audience: ReaderAudience,
  ids: readonly string[],
): Promise<(id: string) => ReadonlySet<GroupColumn>> {
  const rows = await db
    .select({ id: sharingGrants.subjectId, category: sharingGrants.category, audience: sharingGrants.audience })
    .from(sharingGrants)
    .where(and(eq(sharingGrants.subject, 'group'), inArray(sharingGrants.subjectId, [...ids])));
  const grants = new Map<string, Map<string, Audience>>();
  for (const row of rows) grants.set(row.id, (grants.get(row.id) ?? new Map()).set(row.category, row.audience));
  const shows = (column: GroupColumn, of: ReadonlyMap<string, Audience>) =>
    isShown(effectiveForGroup(policy.categoryOf('group', FIELDS[column]), of), audience);
  const atDefaults = new Set(COLUMNS.filter((column) => shows(column, new Map())));
  return (id) => {
    const own = grants.get(id);
    return own ? new Set(COLUMNS.filter((column) => shows(column, own))) : atDefaults;
  };
}
