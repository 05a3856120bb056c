import { notFound } from '~/lib/errors';
import type { Role } from '~/lib/standing';
import type { Actor } from './actor';
import { hasRole } from './viewer';

/**
 * Lets whoever has a role pass, and the hub itself for its console's owner; for anyone else there is nothing here.
 * @throws DomainError `not_found`
 */
export function mustBe(actor: Actor, role: Role): void {
  if (actor.kind !== 'system' && !hasRole(actor, role)) throw notFound();
}
