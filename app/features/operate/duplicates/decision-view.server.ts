import type { DuplicateChoice } from '#db/schema/imports';
import type { SignedIn } from '~/auth/viewer';
import { namesAs } from '~/features/directory/names-as.server';
import type { Pair } from './pairs.server';

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
  const names = await namesAs(viewer, [decidedBy]);
  return { choice, by: names.get(decidedBy ?? '')?.name ?? null, at: decidedAt ?? '' };
}
