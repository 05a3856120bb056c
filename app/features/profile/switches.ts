/** What makes a person harder to find, each a switch of its own: on shows less, off shows more. */
export const SWITCHES = ['aliasOnly', 'offMap', 'notIndexed'] as const;
export type Switch = (typeof SWITCHES)[number];

/** What became of a press: kept, or what it takes before it can be. */
const SWITCH_OUTCOMES = ['switched', 'alias', 'prove'] as const;
export type SwitchOutcome = (typeof SWITCH_OUTCOMES)[number];

export interface MySwitches {
  handle: string;
  hasAlias: boolean;
  on: Record<Switch, boolean>;
}

/** What an address says became of a press; null where it says nothing that can be. */
export function switchedIn(query: URLSearchParams): { kind: SwitchOutcome; name: Switch } | null {
  for (const kind of SWITCH_OUTCOMES) {
    const name = SWITCHES.find((each) => each === query.get(kind));
    if (name) return { kind, name };
  }
  return null;
}
