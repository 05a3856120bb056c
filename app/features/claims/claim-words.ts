import type { ClaimKind, ClaimState } from '#db/schema/claims';
import { m } from '~/lib/paraglide/messages.js';
import { formatDay } from '~/ui/format';
import type { Locale } from '~/ui/locale';

interface Named {
  kind: ClaimKind;
  group: string;
  asker: string;
  person: string;
}

/** What the form is headed with on which someone says that they speak for a group. */
export const claimTitle = ({ name, listed }: { name: string; listed: boolean }): string =>
  listed ? m.claims_title({ name }) : m.claims_lead_title({ name });

/** What a claim asks for, in one sentence. */
export const claimSentence = ({ kind, ...names }: Named): string =>
  ({
    claim: m.claims_says_claim,
    lead: m.claims_says_lead,
    handover: m.claims_says_handover,
    removal: m.claims_says_removal,
    leaving: m.claims_says_leaving,
  })[kind](names);

/** How it stands and what happens next. */
export function stateSentence(
  claim: { state: ClaimState; person: string; settlesOn: string | null },
  locale: Locale,
): string {
  if (claim.state === 'waiting')
    return m.claims_state_waiting({ date: claim.settlesOn ? formatDay(claim.settlesOn, locale) : '' });
  if (claim.state === 'proposed') return m.claims_state_proposed({ person: claim.person });
  return {
    contested: m.claims_state_contested,
    done: m.claims_state_done,
    declined: m.claims_state_declined,
    withdrawn: m.claims_state_withdrawn,
    lapsed: m.claims_state_lapsed,
  }[claim.state]();
}

/** The state in a word or two. */
export const stateLabel = (state: ClaimState): string =>
  ({
    proposed: m.claims_label_proposed,
    waiting: m.claims_label_waiting,
    contested: m.claims_label_contested,
    done: m.claims_label_done,
    declined: m.claims_label_declined,
    withdrawn: m.claims_label_withdrawn,
    lapsed: m.claims_label_lapsed,
  })[state]();
