import type { LinkAnswer } from './ask-link.server';

const DAY = 86_400_000;
/** A link that answered, or that must not be asked, is asked again after a month. */
const MONTHLY = 30 * DAY;
/** One that failed is asked again after a week, so that three failures lie two weeks apart. */
const WEEKLY = 7 * DAY;
/** When our own line does not work, nothing is learnt, and it is asked again soon. */
const SOON = DAY / 4;
export const DEAD_AFTER = { failures: 3, days: 14 };

export interface LinkState {
  failures: number;
  failingSince: string | null;
  deadSince: string | null;
}

/** What an answer makes of what is known of a link, and how long to leave it alone. Pure. */
export function afterAnswer(known: LinkState, answer: LinkAnswer, now: Date): LinkState & { wait: number } {
  if (answer === 'answered') return { failures: 0, failingSince: null, deadSince: null, wait: MONTHLY };
  if (answer === 'refused') return { ...known, wait: MONTHLY };
  if (answer === 'ours') return { ...known, wait: SOON };
  const failures = known.failures + 1;
  const failingSince = known.failingSince ?? now.toISOString().slice(0, 10);
  const days = (now.getTime() - Date.parse(failingSince)) / DAY;
  const dead = failures >= DEAD_AFTER.failures && days >= DEAD_AFTER.days;
  return { failures, failingSince, deadSince: dead ? failingSince : known.deadSince, wait: dead ? MONTHLY : WEEKLY };
}
