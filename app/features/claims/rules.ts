import type { ClaimKind, ClaimState } from '#db/schema/claims';

/** Days that everyone concerned has to object. */
export const WAIT_DAYS = 7;
/** Days after which a proposal that the person named did not answer is forgotten. */
export const PROPOSAL_DAYS = 30;

/** A claim as far as the rules look at it. */
export interface Claim {
  id: string;
  kind: ClaimKind;
  state: ClaimState;
  personId: string;
  askedBy: string;
}

export const OPEN: readonly ClaimState[] = ['proposed', 'waiting', 'contested'];
export const isOpen = (claim: Pick<Claim, 'state'>): boolean => OPEN.includes(claim.state);

const removes = (one: Claim, other: Claim): boolean =>
  one.kind === 'removal' &&
  (other.askedBy === one.personId || (other.personId === one.personId && other.kind !== 'removal'));

/**
 * Whether two open claims of one group speak against each other, so that neither may be settled by time: two people who
 * each say "this is us", or the wish to remove a lead and anything that this lead asks for or would become.
 */
export function oppose(one: Claim, other: Claim): boolean {
  if (one.id === other.id) return false;
  if (one.kind === 'claim' && other.kind === 'claim') return one.personId !== other.personId;
  return removes(one, other) || removes(other, one);
}

/** The waiting claims that have to be contested, given all open claims of their group and whether its removal is asked for. */
export const toContest = (open: readonly Claim[], removalAsked: boolean): Claim[] =>
  open.filter(
    (claim) =>
      claim.state === 'waiting' &&
      ((claim.kind === 'claim' && removalAsked) ||
        open.some((other) => other.state !== 'proposed' && oppose(claim, other))),
  );

/** Whether "this is us" can be said of a group: of a listed one, and of a member that nobody leads any more. */
export const isClaimable = (standing: string, leads: readonly string[]): boolean =>
  standing === 'listed' || leads.length === 0;

/** Someone a claim is about, or whom it concerns. */
export const isParty = (claim: Pick<Claim, 'personId' | 'askedBy'>, personId: string, concerned: readonly string[]) =>
  claim.personId === personId || claim.askedBy === personId || concerned.includes(personId);

/**
 * Who settles a contested claim: a weaver who is no party to it. Where every weaver is a party, any of them, because a
 * group must not stay frozen for ever. One that waits is settled by time alone: the week belongs to those who may object.
 */
export const mayDecide = (claim: Claim, who: { weaver: boolean; party: boolean; otherWeavers: boolean }): boolean =>
  claim.state === 'contested' && who.weaver && (!who.party || !who.otherWeavers);
