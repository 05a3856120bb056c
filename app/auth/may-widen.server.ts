import { isFresh } from './proof';
import type { SignedIn } from './viewer';
import { waysToProve } from './ways-to-prove.server';

/**
 * Whether somebody may let more people see what they share: their proof is of the last minutes, or there is none they
 * could give, as in a hub without mail for whoever has no passkey yet.
 */
export async function mayWiden(viewer: SignedIn): Promise<boolean> {
  if (isFresh(viewer)) return true;
  const { passkey, app, codes, mail } = await waysToProve(viewer);
  return !passkey && !app && !codes && mail === null;
}
