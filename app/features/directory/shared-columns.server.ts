import { and, eq, inArray } from 'drizzle-orm';
import { groups } from '#db/schema/groups';
import { sharingGrants } from '#db/schema/sharing';
import type { ReaderAudience } from '~/lib/audience';
import type { Unit } from '~/sharing/command.server';
import { consentsOfGroup, type SavedGrant } from '~/sharing/consents';
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
    .select({
      id: groups.id,
      createdAt: groups.createdAt,
      category: sharingGrants.category,
      audience: sharingGrants.audience,
      policySha256: sharingGrants.policySha256,
    })
    .from(groups)
    .leftJoin(sharingGrants, and(eq(sharingGrants.subject, 'group'), eq(sharingGrants.subjectId, groups.id)))
    .where(inArray(groups.id, [...ids]));
  const found = new Map<string, { createdAt: Date; grants: SavedGrant[] }>();
  for (const { id, createdAt, category, audience: to, policySha256 } of rows) {
    const grants = found.get(id)?.grants ?? [];
    if (category && to && policySha256) grants.push({ category, audience: to, policySha256 });
    found.set(id, { createdAt, grants });
  }
  const columnsOf = ({ createdAt, grants }: { createdAt: Date; grants: SavedGrant[] }) => {
    const consents = consentsOfGroup(policy.history, createdAt, grants);
    const shows = (field: string) =>
      isShown(effectiveForGroup(policy.categoryOf('group', field), consents.get(field)), audience);
    return new Set(COLUMNS.filter((column) => shows(FIELDS[column])));
  };
  const none: ReadonlySet<GroupColumn> = new Set();
  return (id) => {
    const group = found.get(id);
    return group ? columnsOf(group) : none;
  };
}
