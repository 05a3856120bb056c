import type { SignedIn } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import { decisionOf, type PairDecision } from './decision-view.server';
import { runPairs } from './pairs.server';

/** The number of a row in an address. @throws DomainError `not_found` for what is none */
export function lineOf(text: string | undefined): number {
  if (!/^\d{1,7}$/.test(text ?? '')) throw notFound();
  return Number(text);
}

export interface Said {
  runId: string;
  line: number;
  name: string;
  ours: string;
  decision: PairDecision;
}

/** The decision an address says was just made; null if there is none. */
export async function saidOf(viewer: SignedIn, runId: string, line: string | null): Promise<Said | null> {
  if (!line) return null;
  const { pairs, names } = await runPairs(viewer, runId);
  const pair = pairs.find((each) => String(each.line) === line);
  const decision = pair && (await decisionOf(viewer, pair));
  if (!decision) return null;
  return { runId, line: pair.line, name: pair.name, ours: names.get(pair.ours)?.name ?? '', decision };
}
