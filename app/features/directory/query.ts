import { NETWORK_ROLES, type NetworkRole } from '~/lib/standing';

export const SORTS = ['best', 'near', 'name', 'newest'] as const;
export type Sort = (typeof SORTS)[number];

/** Choices of "within … km"; 100 unless said. */
export const DISTANCES = [10, 25, 50, 100, 250, 500] as const;
const LONGEST = { q: 200, place: 120, slug: 80, after: 600, values: 12 };

/** A search of people or groups, exactly as it stands in the address. */
export interface DirectoryQuery {
  q: string;
  interest: string[];
  skill: string[];
  learn: string[];
  language: string[];
  role: NetworkRole[];
  group: string;
  place: string;
  within: number;
  sort: Sort | null;
  /** Whether groups that have been quiet for long are in the list even without a text. */
  quiet: boolean;
  after: string;
  /** Lists of choices that are shown whole. */
  all: ListKey[];
}

export const LIST_KEYS = ['interest', 'skill', 'learn', 'language', 'role'] as const;
export type ListKey = (typeof LIST_KEYS)[number];

/** How a list may be searched under the policy in force: by which choices, by the day of joining, by place. */
export interface Ways {
  facets: ListKey[];
  newest: boolean;
  place: boolean;
}

const CONTROL = /\p{Cc}|\p{Cs}/gu;
const clean = (value: string | null, max: number) => (value ?? '').replace(CONTROL, ' ').trim().slice(0, max);

/** Reads a search from an address. Anything may stand there: what makes no sense is left out. */
export function parseDirectoryQuery(params: URLSearchParams): DirectoryQuery {
  const list = (name: ListKey) =>
    [...new Set(params.getAll(name).map((value) => clean(value, LONGEST.slug)))]
      .filter(Boolean)
      .slice(0, LONGEST.values);
  const within = Number(params.get('within'));
  const sort = params.get('sort');
  return {
    q: clean(params.get('q'), LONGEST.q),
    interest: list('interest'),
    skill: list('skill'),
    learn: list('learn'),
    language: list('language'),
    role: list('role').filter((role): role is NetworkRole => NETWORK_ROLES.includes(role as NetworkRole)),
    group: clean(params.get('group'), LONGEST.slug),
    place: clean(params.get('place'), LONGEST.place),
    within: within >= 1 && within <= 20_000 ? Math.round(within) : 100,
    sort: SORTS.includes(sort as Sort) ? (sort as Sort) : null,
    quiet: params.get('quiet') === '1',
    after: clean(params.get('after'), LONGEST.after),
    all: LIST_KEYS.filter((name) => params.getAll('all').includes(name)),
  };
}

/** The address of a search, without a leading "?" where it is empty. Defaults are left out. */
export function directoryAddress(path: string, query: Partial<DirectoryQuery>): string {
  const params = new URLSearchParams();
  for (const name of ['q', 'group', 'place'] as const) if (query[name]) params.set(name, query[name]);
  for (const name of LIST_KEYS) for (const value of query[name] ?? []) params.append(name, value);
  if (query.place && query.within && query.within !== 100) params.set('within', String(query.within));
  if (query.sort) params.set('sort', query.sort);
  if (query.quiet) params.set('quiet', '1');
  if (query.after) params.set('after', query.after);
  for (const name of query.all ?? []) params.append('all', name);
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** How a list is sorted when nobody says: by fit for a text, by distance for a town, otherwise by name. */
export const sortOf = (query: Pick<DirectoryQuery, 'q' | 'sort'>, town: boolean): Sort => {
  const wanted = query.sort ?? (query.q ? 'best' : town ? 'near' : 'name');
  if (wanted === 'best' && !query.q) return 'name';
  return wanted === 'near' && !town ? 'name' : wanted;
};

/** How many choices narrow the list besides the text. */
export const chosenCount = (query: DirectoryQuery): number =>
  LIST_KEYS.reduce((count, name) => count + query[name].length, 0) + (query.place ? 1 : 0) + (query.group ? 1 : 0);
