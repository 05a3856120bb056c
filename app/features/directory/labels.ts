import type { Labels } from '#db/schema/vocabularies';

export interface Term {
  id: number;
  slug: string;
  labels: Labels;
}

/** What a term is called in a language; English where that language has no word for it. */
export const labelIn = (labels: Labels, locale: string): string => (locale === 'es' && labels.es) || labels.en;
