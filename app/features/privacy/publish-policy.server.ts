import type { Actor } from '~/auth/actor';
import { actorKey, writeDown } from '~/auth/audit/append.server';
import { mustBe } from '~/auth/must-be';
import { mayUseMail } from '~/lib/mail/deliver.server';
import { activatePolicy } from '~/sharing/activate-policy.server';
import { command, type Unit } from '~/sharing/command.server';

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
  return command((unit) => publishInUnit(actor, unit, document, { onProgress }));
}

/** {@link publishPolicy} as a part of another change. */
export async function publishInUnit(
  actor: Actor,
  unit: Unit,
  document: string,
  options: { now?: Date; onProgress?: ((done: number, total: number) => void) | undefined } = {},
): Promise<number> {
  mustBe(actor, 'steward');
  const { version } = await activatePolicy(unit, document, await actorKey(unit.db, actor), options);
  await writeDown(unit.db, actor, { action: 'policy_published', detail: { version } });
  unit.afterCommit(() => mayUseMail().then(() => undefined));
  return version;
}
