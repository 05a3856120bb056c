import type { FacetOption } from '~/ui/facet';
import type { Counts } from './facets.server';
import { labelIn, type Term } from './labels';
import type { DirectoryQuery, ListKey, Ways } from './query';
import { LIST_KEYS } from './query';
import type { SearchResult } from './search.server';

/** What a facet offers: a choice's value in the address, how it is counted, and what it is called. */
export interface FacetTerm {
  value: string;
  key: string;
  label: string;
}

export const termsOf = (terms: Term[], locale: string): FacetTerm[] =>
  terms.map((term) => ({ value: term.slug, key: String(term.id), label: labelIn(term.labels, locale) }));

export interface FacetView {
  name: ListKey;
  options: FacetOption[];
  /** Choices left out. */
  more: number;
}

const SHOWN = 6;
/** So few are not worth leaving out. */
const NOT_WORTH = 2;

/**
 * Choices that would leave something, most first; without counts where there are too many hits to count. Unless all are
 * asked for they are a few, those made already among them: a page with every choice would hold more choices than hits.
 */
export function facetView(
  name: ListKey,
  terms: FacetTerm[],
  counts: Counts,
  query: DirectoryQuery,
  format: (count: number) => string,
): FacetView {
  const counted = counts.byFacet[name] ?? {};
  const chosen = query[name] as string[];
  const rows = (term: FacetTerm) => counted[term.key] ?? 0;
  const offered = terms
    .filter((term) => counts.capped || rows(term) > 0 || chosen.includes(term.value))
    .sort((a, b) => rows(b) - rows(a) || (a.label < b.label ? -1 : 1));
  const whole = query.all.includes(name) || offered.length <= SHOWN + NOT_WORTH;
  const shown = whole ? offered : offered.filter((term, at) => at < SHOWN || chosen.includes(term.value));
  const options = shown.map((term) => ({
    value: term.value,
    label: term.label,
    ...(chosen.includes(term.value) && { checked: true }),
    ...(!counts.capped && { count: format(rows(term)) }),
  }));
  return { name, options, more: offered.length - shown.length };
}

/** What the page around a list needs to know of a search, and nothing of the rows behind it. */
export function listView(result: Omit<SearchResult<object>, 'rows'> & { query: DirectoryQuery; ways: Ways }) {
  const { query, ways } = result;
  const place = result.place?.place ?? null;
  return {
    query: { ...query, after: '' },
    ways: { newest: ways.newest, place: ways.place },
    total: result.total,
    capped: result.capped,
    sort: result.sort,
    corrected: result.corrected,
    next: result.next,
    paged: query.after !== '',
    folded: result.folded,
    placeUnknown: result.place !== null && place === null,
    place: place && { label: place.label, isTown: place.kind === 'town' },
    otherPlaces: result.place?.others ?? [],
    searched:
      query.q !== '' || query.place !== '' || query.group !== '' || LIST_KEYS.some((name) => query[name].length > 0),
  };
}
export type ListView = ReturnType<typeof listView>;
