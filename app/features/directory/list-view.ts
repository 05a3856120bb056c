import type { FacetOption } from '~/ui/facet';
import type { Counts } from './facets.server';
import { labelIn, type Term } from './labels';
import type { DirectoryQuery, ListKey } from './query';
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

/** Choices that would leave something, most first, and those made already; without counts where there are too many hits to count. */
export function facetOptions(
  terms: FacetTerm[],
  counts: Counts,
  facet: string,
  chosen: string[],
  format: (count: number) => string,
): FacetOption[] {
  const counted = counts.byFacet[facet] ?? {};
  return terms
    .map((term) => ({ ...term, rows: counted[term.key] ?? 0, checked: chosen.includes(term.value) }))
    .filter((term) => term.checked || counts.capped || term.rows > 0)
    .sort((a, b) => b.rows - a.rows || (a.label < b.label ? -1 : 1))
    .map(({ value, label, rows, checked }) => ({
      value,
      label,
      checked,
      count: counts.capped ? undefined : format(rows),
    }));
}

export interface FacetView {
  name: ListKey;
  options: FacetOption[];
}

/** What the page around a list needs to know of a search, and nothing of the rows behind it. */
export function listView(query: DirectoryQuery, result: Omit<SearchResult<object>, 'rows'>) {
  const place = result.place?.place ?? null;
  return {
    query: { ...query, after: '' },
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
