import type { HearingState } from '#db/schema/concerns';
import { m } from '~/lib/paraglide/messages.js';

const STATES: Record<HearingState, () => string> = {
  open: m.concern_state_open,
  closed: m.concern_state_closed,
  outside: m.concern_state_outside,
  passed_on: m.concern_state_passed_on,
  undelivered: m.concern_state_undelivered,
};
const APPEALS: Record<HearingState, () => string> = {
  open: m.concern_appeal_open,
  closed: m.concern_appeal_closed,
  outside: m.concern_appeal_open,
  passed_on: m.concern_appeal_passed_on,
  undelivered: m.concern_appeal_undelivered,
};

/** Where a concern stands, in a few words. */
export const stateWords = ({ state, appeal }: { state: HearingState; appeal: HearingState | null }): string =>
  appeal === null ? STATES[state]() : APPEALS[appeal]();
