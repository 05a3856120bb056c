import { randomUUID } from 'node:crypto';
import { claims } from '#db/schema/claims';
import type { Actor } from '~/auth/actor';
import type { SignedIn } from '~/auth/viewer';
import { leadsOf } from '~/features/directory/leads.server';
import { DomainError } from '~/lib/errors';
import { enqueue } from '~/lib/mail/outbox.server';
import { linkToken, tokenHash } from '~/lib/one-time-links.server';
import { m } from '~/lib/paraglide/messages.js';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { command, type Unit } from '~/sharing/command.server';
import { contestOpposed, holdGroup, openClaims } from './claim-rows.server';
import type { ClaimInput } from './claims.schema';
import { contactAddress } from './contact-address.server';
import { claimableGroup } from './group-claims.server';
import { isClaimable } from './rules';
import { CLAIM_CONTACT_MAIL, tell } from './tell.server';

export const OBJECTION_LINK = 'object to a claim';

/**
 * "This is us": a member says that they speak for a listed group, or for a member that nobody leads. Everyone concerned
 * is told, and for seven days anyone of them may object. Who asks again while their claim is open is led to the one there
 * is.
 * @returns the claim's id
 * @throws DomainError `not_found`, `forbidden` for whoever is not welcomed yet, `too_many`
 */
export async function claimGroup(viewer: SignedIn, slug: string, input: ClaimInput): Promise<string> {
  if (viewer.standing !== 'member') throw new DomainError('forbidden', m.errors_welcome_first());
  const { id: groupId } = await claimableGroup(viewer, slug);
  const limit = { what: 'claim', subject: viewer.personId, most: 10, seconds: 24 * 3600 };
  if ((await hitRateLimits([limit])) > 0) throw new DomainError('too_many', m.claims_too_many());
  return command((unit) => fileClaim(viewer, unit, { groupId, personId: viewer.personId }, input));
}

/** Writes a person's claim of a group down and tells everyone concerned. @returns its id, or that of the one they have */
export async function fileClaim(
  _actor: Actor,
  unit: Unit,
  { groupId, personId }: { groupId: string; personId: string },
  input: ClaimInput,
): Promise<string> {
  const group = await holdGroup(unit.db, groupId);
  const mine = (await openClaims(unit.db, groupId)).find((each) => each.kind === 'claim' && each.personId === personId);
  if (mine) return mine.id;
  if (!isClaimable(group.standing, await leadsOf(unit.db, groupId)))
    throw new DomainError('conflict', m.claims_group_joined());
  const id = randomUUID();
  const address = await contactAddress(unit, group);
  await unit.db.insert(claims).values({
    id,
    groupId,
    kind: 'claim',
    state: 'waiting',
    personId,
    askedBy: personId,
    waitsFrom: new Date(),
    linkHash: address ? tokenHash(linkToken(OBJECTION_LINK, id)) : null,
    ...input,
  });
  await tell(unit, id, 'waiting');
  if (address) await enqueue(unit.db, CLAIM_CONTACT_MAIL, { claim: id });
  await contestOpposed(unit, groupId);
  return id;
}
