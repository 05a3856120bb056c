import type { DuplicateChoice } from '#db/schema/imports';
import type { SignedIn } from '~/auth/viewer';
import { readAs } from '~/sharing/read.server';
import { type Pair, UUID } from './pairs.server';

export interface PairDecision {
  choice: DuplicateChoice;
  /** Null if the viewer may not know, or it was the console. */
  by: string | null;
  /** ISO date and time. */
  at: string;
}

/** What was decided of a pair, by whom and when; null while it waits. */
export async function decisionOf(
  viewer: SignedIn,
  { choice, decidedBy, decidedAt }: Pair,
): Promise<PairDecision | null> {
  if (!choice) return null;
  const [person] = UUID.test(decidedBy ?? '')
    ? await readAs(viewer)<{ name: string }[]>`select name from people where person_id = ${decidedBy}`
    : [];
  return { choice, by: person?.name ?? null, at: decidedAt ?? '' };
}
