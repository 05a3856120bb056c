import type { EntryKind } from '#db/schema/concerns';

/**
 * Who reads a part of what was said: the raiser, signed in or by a visitor's private link, whom it concerns, and the
 * stewards of the first hearing and of the appeal.
 */
export type Party = 'raiser' | 'link' | 'about' | 'first' | 'second';

const HEARERS: readonly Party[] = ['first', 'second'];
const WITH_RAISER: readonly Party[] = ['raiser', ...HEARERS];
/** A mailbox may be read by others: a link shows what was written to the raiser, and not what they wrote. */
const TO_RAISER: readonly Party[] = ['link', ...WITH_RAISER];
const WITH_ABOUT: readonly Party[] = ['about', ...HEARERS];

/** Readers of each kind. The person it concerns reads what was noted of their own words, and never the raiser's. */
const READERS: Record<EntryKind, readonly Party[]> = {
  raised: WITH_RAISER,
  note: HEARERS,
  call_raiser: TO_RAISER,
  to_raiser: TO_RAISER,
  from_raiser: WITH_RAISER,
  told: WITH_ABOUT,
  to_about: WITH_ABOUT,
  from_about: WITH_ABOUT,
  heard: WITH_ABOUT,
  closed: ['about', ...TO_RAISER],
  appeal: WITH_ABOUT,
  stepped_back: HEARERS,
};

/** Whether a party reads an entry. Of the appeal (round 2) whoever heard the concern first reads the outcome alone. */
export const mayRead = (party: Party, kind: EntryKind, round: number): boolean =>
  READERS[kind].includes(party) && (party !== 'first' || round === 1 || kind === 'closed');

const KINDS = Object.keys(READERS) as EntryKind[];

/** Everything a party reads, as `KIND ROUND`. */
export const readableBy = (party: Party): string[] =>
  KINDS.flatMap((kind) => [1, 2].flatMap((round) => (mayRead(party, kind, round) ? [`${kind} ${round}`] : [])));
