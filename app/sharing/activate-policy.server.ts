import { sql } from 'drizzle-orm';
import { checkPolicy } from './check-policy';
import type { Unit } from './command.server';
import { noteEdition } from './edition.server';
import { type PolicyInForce, policyForUpdate } from './policies.server';
import { PolicyError } from './policy-document';
import { holdWriters, rebuildAll } from './verify.server';

/**
 * Puts a new version of the policy in force, in the unit's transaction: it and everything that is shown change at once when
 * that commits, or not at all. Until then readers go on under the version before, and whoever saves waits.
 * @param publishedBy the key of whoever publishes it
 * @throws PolicyError with every fault of the document
 */
export async function activatePolicy(
  unit: Unit,
  document: string,
  publishedBy: string,
  { now = new Date(), onProgress = (_done: number, _total: number): void => undefined } = {},
): Promise<PolicyInForce> {
  const { db } = unit;
  const checked = checkPolicy(unit.policy, document, now);
  if (!checked.ok) throw new PolicyError(checked.faults);
  const { version, sha256 } = checked.policy;
  await db.execute(sql`select set_config('statement_timeout', '0', true)`);
  await db.execute(sql`update ref.policies set in_force = false where in_force`);
  await db.execute(sql`
    insert into ref.policies (version, document, sha256, in_force, published_at, published_by)
    values (${version}, ${document}, ${sha256}, true, ${now.toISOString()}, ${publishedBy})`);
  await holdWriters(db);
  const policy = await policyForUpdate(db);
  await rebuildAll({ ...unit, policy }, onProgress);
  await noteEdition(db, policy);
  return policy;
}
