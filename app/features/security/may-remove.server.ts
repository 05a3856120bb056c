import { factorsOf, isLastOfRole } from '~/auth/second-factors/factors.server';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';

/** @throws DomainError `conflict` if someone with a role would be left with their mail alone */
export async function requireMayRemove(viewer: SignedIn): Promise<void> {
  if (isLastOfRole(viewer, await factorsOf(viewer))) throw new DomainError('conflict', m.security_needed());
}
