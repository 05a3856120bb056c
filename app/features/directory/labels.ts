import type { Labels } from '#db/schema/vocabularies';

export interface Term {
  id: number;
  slug: string;
  labels: Labels;
  /** No longer offered: only those who have it see it. */
  retired?: boolean;
  /** Terms that were merged into this one: their addresses and words still mean it. */
  formerly?: Pick<Term, 'slug' | 'labels'>[];
}

/** The terms someone may choose from: those offered, and those they have already. */
export const offeredTerms = (terms: readonly Term[], chosen: readonly string[]): Term[] =>
  terms.filter(({ id, retired }) => !retired || chosen.includes(String(id)));

/** What a term is called in a language; English where that language has no word for it. */
export const labelIn = (labels: Labels, locale: string): string => (locale === 'es' && labels.es) || labels.en;

/** What the terms of these ids are called, in the vocabulary's order. */
export const labelsOf = (terms: readonly Term[], ids: readonly number[], locale: string): string[] =>
  terms.filter((term) => ids.includes(term.id)).map((term) => labelIn(term.labels, locale));
