/** A category as its document says it, which may be nonsense: it is shown and changed all the same. */
export interface LooseCategory {
  name: string;
  label: { en: string; es: string };
  fields: string[];
  ceiling: string;
  default: string;
  relations: string[];
  purposes: string[];
  searchable: boolean;
  basis: string;
  retention: string;
}

export interface LooseRecipient {
  name: string;
  categories: string[];
  purposes: string[];
}

export interface LooseStatistics {
  minimum: string;
  round: string;
}

/** Ends that a period of keeping can count from; the empty one counts from the moment something is written down. */
export const KEPT_FROM = ['account', 'group', 'event', ''] as const;

/** A period such as `account+30d` as the two things a form asks for; what it cannot read stands in the second. */
export function periodParts(retention: string): { from: string; days: string } {
  const [, from = '', days = ''] = /^(?:(account|group|event)\+)?(.*?)d?$/.exec(retention) ?? [];
  return { from, days };
}

export const periodOf = ({ from, days }: { from: string; days: string }): string => `${from ? `${from}+` : ''}${days}d`;

/** Longest texts of the forms, in characters. */
export const DRAFT_LIMITS = { label: 60, name: 60, word: 60, days: 20, prose: 150_000, document: 400_000 };
