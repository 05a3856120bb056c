import type { Actor } from '~/auth/actor';
import { actorKey, writeDown } from '~/auth/audit/append.server';
import { hasRole } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import { activatePolicy } from '~/sharing/activate-policy.server';
import { command } from '~/sharing/command.server';

/**
 * Publishes a policy document as the next version. What it narrows holds at once; what it widens holds for nobody before
 * they agree, and not before the day it names.
 * @returns its number
 * @throws PolicyError with every fault of the document
 * @throws DomainError `not_found` for whoever is no steward
 */
export async function publishPolicy(
  actor: Actor,
  document: string,
  onProgress?: (done: number, total: number) => void,
): Promise<number> {
  if (actor.kind !== 'system' && !hasRole(actor, 'steward')) throw notFound();
  return command(async (unit) => {
    const { version } = await activatePolicy(unit, document, await actorKey(unit.db, actor), { onProgress });
    await writeDown(unit.db, actor, { action: 'policy_published', detail: { version } });
    return version;
  });
}
