import type { Proof } from '#db/schema/accounts';
import type { Role } from '~/lib/standing';

/** Whether a proof takes more than reading someone's mail. */
export const isStrong = (proof: Proof | null): boolean => proof !== null && proof !== 'mail';

/** For this long after a proof it need not be given again. */
export const FRESH_MINUTES = 10;

/** Seconds without a request after which a session ends, by the widest role in it; null if only its days count. */
export function idleSeconds(roles: readonly Role[]): number | null {
  if (roles.includes('steward')) return 30 * 60;
  return roles.length > 0 ? 8 * 3600 : null;
}

/** Whether somebody proved a short while ago that it is they. */
export const isFresh = ({ provedAt }: { provedAt: Date }): boolean =>
  Date.now() - provedAt.getTime() < FRESH_MINUTES * 60_000;
