import { and, eq, isNull } from 'drizzle-orm';
import { claimObjections, claims } from '#db/schema/claims';
import { hasRole, type SignedIn } from '~/auth/viewer';
import { DomainError, notFound } from '~/lib/errors';
import { linkHash } from '~/lib/one-time-links.server';
import { m } from '~/lib/paraglide/messages.js';
import { command, type Unit } from '~/sharing/command.server';
import { contest, contestOpposed, endClaim, holdClaim, type StoredClaim } from './claim-rows.server';
import { concernedBy } from './concerned.server';
import { isOpen } from './rules';
import { tell } from './tell.server';

const isDesk = (viewer: SignedIn) => hasRole(viewer, 'weaver') || hasRole(viewer, 'operator');

async function keepObjection(unit: Unit, claim: StoredClaim, personId: string | null, words: string | null) {
  if (!isOpen(claim)) throw new DomainError('conflict', m.claims_settled_already());
  await unit.db.insert(claimObjections).values({ claimId: claim.id, personId, words }).onConflictDoNothing();
  if (claim.state !== 'contested') await contest(unit, claim.id);
}

/**
 * Someone the claim concerns, or a weaver or operator, objects: the claim no longer settles itself, and a weaver listens.
 * Whoever asked takes the claim back instead.
 * @throws DomainError `not_found` for everyone else, `conflict` once it is settled
 */
export const objectToClaim = (viewer: SignedIn, id: string, words: string | null): Promise<void> =>
  command(async (unit) => {
    const { claim } = await holdClaim(unit.db, id);
    const concerned = (await concernedBy(unit.db, id)).includes(viewer.personId) || isDesk(viewer);
    if (viewer.standing !== 'member' || claim.askedBy === viewer.personId || !concerned) throw notFound();
    await keepObjection(unit, claim, viewer.personId, words);
  });

export type LinkState = 'good' | 'spent' | 'unknown';

async function claimOfLink(unit: Unit, token: string) {
  const hash = linkHash(token);
  const [found] = hash ? await unit.db.select({ id: claims.id }).from(claims).where(eq(claims.linkHash, hash)) : [];
  if (!found) return null;
  const { claim, group } = await holdClaim(unit.db, found.id);
  const [spoken] = await unit.db
    .select({ id: claimObjections.id })
    .from(claimObjections)
    .where(and(eq(claimObjections.claimId, claim.id), isNull(claimObjections.personId)));
  const state: LinkState = spoken || !isOpen(claim) ? 'spent' : 'good';
  return { claim, group: group.name, state };
}

/** What the link in the mail to the group's own address is worth. Looking at it changes nothing. */
export const objectionLink = (token: string): Promise<{ group: string | null; state: LinkState }> =>
  command(async (unit) => {
    const found = await claimOfLink(unit, token);
    return { group: found?.group ?? null, state: found?.state ?? 'unknown' };
  });

/** The group's own address objects, once. The result is what the link was worth. */
export const objectByLink = (token: string, words: string | null): Promise<LinkState> =>
  command(async (unit) => {
    const found = await claimOfLink(unit, token);
    if (found?.state !== 'good') return found?.state ?? 'unknown';
    await keepObjection(unit, found.claim, null, words);
    return 'good';
  });

/** The person named says yes, and the wait begins. @throws DomainError `not_found`, `conflict` once it is settled */
export const acceptProposal = (viewer: SignedIn, id: string): Promise<void> =>
  command(async (unit) => {
    const { claim } = await holdClaim(unit.db, id);
    if (claim.personId !== viewer.personId || viewer.standing !== 'member') throw notFound();
    if (claim.state !== 'proposed') throw new DomainError('conflict', m.claims_settled_already());
    await unit.db.update(claims).set({ state: 'waiting', waitsFrom: new Date() }).where(eq(claims.id, id));
    await tell(unit, id, 'waiting');
    await contestOpposed(unit, claim.groupId);
  });

/**
 * Whoever asked takes it back; whoever was proposed says no, also later. A claim that is contested can be taken back too:
 * that ends the quarrel.
 * @throws DomainError `not_found`, `conflict` once it is settled
 */
export const withdrawClaim = (viewer: SignedIn, id: string): Promise<void> =>
  command(async (unit) => {
    const { claim } = await holdClaim(unit.db, id);
    const mine = claim.askedBy === viewer.personId || (claim.kind !== 'removal' && claim.personId === viewer.personId);
    if (!mine) throw notFound();
    if (!isOpen(claim)) throw new DomainError('conflict', m.claims_settled_already());
    await endClaim(unit, id, 'withdrawn');
  });
