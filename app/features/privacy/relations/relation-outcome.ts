const OUTCOMES = ['opened', 'closed', 'prove', 'stale'] as const;

/** What became of a switch that was pressed. */
export type RelationOutcome = (typeof OUTCOMES)[number];

/** The parameter of the page's address that tells it. */
export const OUTCOME = 'relation';

/** What the page's address says became of a switch; null where it says nothing. */
export const outcomeIn = (params: URLSearchParams): RelationOutcome | null =>
  OUTCOMES.find((each) => each === params.get(OUTCOME)) ?? null;
