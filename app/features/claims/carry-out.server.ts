import { eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { groups } from '#db/schema/groups';
import { people } from '#db/schema/people';
import type { Actor } from '~/auth/actor';
import { leadsOf, setLead } from '~/features/directory/leads.server';
import type { Unit } from '~/sharing/command.server';
import { endClaim, openClaims, type StoredClaim } from './claim-rows.server';
import { isClaimable } from './rules';

async function isMember(db: Transaction, id: string): Promise<boolean> {
  const [person] = await db.select({ standing: people.standing }).from(people).where(eq(people.id, id));
  return person?.standing === 'member';
}

/** Whether a claim can still come true: the group and the people are as they were when it was asked for. */
async function isPossible(unit: Unit, claim: StoredClaim, standing: string): Promise<boolean> {
  if (!(await isMember(unit.db, claim.personId)) && claim.kind !== 'removal') return false;
  const leads = await leadsOf(unit.db, claim.groupId);
  if (claim.kind === 'claim') return isClaimable(standing, leads);
  if (!leads.includes(claim.askedBy)) return false;
  return claim.kind === 'removal' ? leads.includes(claim.personId) && leads.length > 1 : true;
}

async function join(actor: Actor, unit: Unit, { id, groupId, personId, position }: StoredClaim): Promise<void> {
  await unit.db
    .update(groups)
    .set({ standing: 'member', lastConfirmedOn: new Date().toISOString().slice(0, 10), quietSince: null })
    .where(eq(groups.id, groupId));
  await setLead(actor, unit, { personId, groupId, leads: true, title: position });
  const others = (await openClaims(unit.db, groupId)).filter((other) => other.kind === 'claim' && other.id !== id);
  for (const other of others) await endClaim(unit, other.id, 'declined');
}

/**
 * Makes a claim on a held group come true and ends it; one that has become impossible lapses instead.
 * @returns how it ended
 */
export async function carryOut(
  actor: Actor,
  unit: Unit,
  { claim, group }: { claim: StoredClaim; group: { standing: string } },
  decision: { decidedBy?: string; note?: string | null } = {},
): Promise<'done' | 'lapsed'> {
  const { groupId, personId, askedBy, kind } = claim;
  const possible = await isPossible(unit, claim, group.standing);
  if (possible) {
    if (kind === 'claim') await join(actor, unit, claim);
    else await setLead(actor, unit, { personId, groupId, leads: kind !== 'removal' });
    if (kind === 'handover') await setLead(actor, unit, { personId: askedBy, groupId, leads: false });
  }
  const outcome = possible ? 'done' : 'lapsed';
  await endClaim(unit, claim.id, outcome, decision);
  return outcome;
}
