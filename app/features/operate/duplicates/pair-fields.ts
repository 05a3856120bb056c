import { GROUP_LIMITS, type GroupValues } from '~/features/directory/groups.schema';

/** What two groups are compared by, in the order in which people read it. */
export const PAIR_FIELDS = [
  'name',
  'abbreviation',
  'purpose',
  'activities',
  'website',
  'links',
  'topics',
  'place',
  'email',
  'streetAddress',
] as const;
export type PairField = (typeof PAIR_FIELDS)[number];

/** Whose words a field of the merged group takes; `both` for lists alone. */
export type Pick = 'ours' | 'theirs' | 'both';
export type Picks = Partial<Record<PairField, Pick>>;

type Column = keyof GroupValues;
const COLUMNS: Record<PairField, readonly Column[]> = {
  name: ['name'],
  abbreviation: ['abbreviation'],
  purpose: ['purpose'],
  activities: ['activities'],
  website: ['website'],
  links: ['links'],
  topics: ['interestIds'],
  place: ['townId', 'regionKey', 'country', 'placeText'],
  email: ['email'],
  streetAddress: ['streetAddress'],
};

const LISTS: Partial<Record<PairField, number>> = { links: GROUP_LIMITS.links, topics: GROUP_LIMITS.topics };

/** `same` in both, `differs`, or said by one of them alone; `empty` in both. */
export type Difference = 'same' | 'differs' | 'only_ours' | 'only_theirs' | 'empty';

function comparable(values: GroupValues, field: PairField): string {
  if (field === 'links') return JSON.stringify(values.links.map(({ url }) => url).sort());
  if (field === 'topics') return JSON.stringify([...new Set(values.interestIds)].sort((a, b) => a - b));
  return JSON.stringify(COLUMNS[field].map((column) => String(values[column] ?? '').trim()));
}

const isEmpty = (values: GroupValues, field: PairField): boolean =>
  COLUMNS[field].every((column) => {
    const value = values[column];
    return Array.isArray(value) ? value.length === 0 : String(value ?? '').trim() === '';
  });

export function differenceOf(ours: GroupValues, theirs: GroupValues, field: PairField): Difference {
  const [mine, other] = [isEmpty(ours, field), isEmpty(theirs, field)];
  if (mine) return other ? 'empty' : 'only_theirs';
  if (other) return 'only_ours';
  return comparable(ours, field) === comparable(theirs, field) ? 'same' : 'differs';
}

/** The answers there are to a field that differs. */
export const picksFor = (field: PairField, difference: Difference): Pick[] =>
  difference === 'differs' && LISTS[field] ? ['ours', 'theirs', 'both'] : ['ours', 'theirs'];

/** What stands chosen at first: nothing that one of the two says is lost, and where both speak ours stays. */
export function suggestedPick(field: PairField, difference: Difference): Pick {
  if (difference === 'only_theirs') return 'theirs';
  return difference === 'differs' && LISTS[field] ? 'both' : 'ours';
}

function together(ours: GroupValues, theirs: GroupValues, field: PairField): unknown[] {
  const known = new Set(ours.links.map(({ url }) => url));
  return field === 'links'
    ? [...ours.links, ...theirs.links.filter(({ url }) => !known.has(url))]
    : [...new Set([...ours.interestIds, ...theirs.interestIds])];
}

/** How many entries a list loses if both are taken: a group has room for so many only. */
export const lostTogether = (ours: GroupValues, theirs: GroupValues, field: PairField): number =>
  Math.max(0, together(ours, theirs, field).length - (LISTS[field] ?? Number.POSITIVE_INFINITY));

/** The group two become: ours, with what was picked of theirs. */
export function mergeGroups(ours: GroupValues, theirs: GroupValues, picks: Picks): GroupValues {
  const merged: Record<string, unknown> = { ...ours };
  for (const field of PAIR_FIELDS) {
    const [column] = COLUMNS[field];
    if (picks[field] === 'theirs') for (const each of COLUMNS[field]) merged[each] = theirs[each];
    if (picks[field] === 'both' && LISTS[field] && column)
      merged[column] = together(ours, theirs, field).slice(0, LISTS[field]);
  }
  return merged as GroupValues;
}
