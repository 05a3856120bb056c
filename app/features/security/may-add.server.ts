import { whyNotAdd } from '~/auth/second-factors/factors.server';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';

/** @throws DomainError `forbidden` for whoever may not add a passkey, an app or codes now */
export function requireMayAdd(viewer: SignedIn): void {
  const why = whyNotAdd(viewer);
  if (why === 'by_mail_only') throw new DomainError('forbidden', m.security_by_mail_only());
  if (why) throw new DomainError('forbidden', m.security_stale());
}
