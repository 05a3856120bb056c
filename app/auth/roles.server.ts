import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { accounts, people, roleGrants } from '#db/schema';
import { writer } from '#db/writer.server';
import type { ReaderAudience } from '~/lib/audience';
import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import type { Role, Standing } from '~/lib/standing';
import { tellAccount } from './account-news.server';
import type { Actor } from './actor';
import { writeDown } from './audit/append.server';
import { signOutEverywhere } from './sign-out.server';
import { holdStewards, isLastSteward } from './stewards.server';
import { audienceBy } from './viewer';

export interface NamedAccount {
  accountId: string;
  personId: string;
  email: string;
  standing: Standing;
}

/**
 * The account that signs in with an address.
 * @throws DomainError `not_found`
 */
export async function accountByEmail(email: string): Promise<NamedAccount> {
  const [row] = await writer()
    .select({ accountId: accounts.id, personId: people.id, email: accounts.email, standing: people.standing })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(eq(accounts.email, email.trim().toLowerCase()));
  if (!row) throw new DomainError('not_found', `No account has the address ${email.trim()}.`);
  return row;
}

/** What somebody reads who is not at the hub right now, by standing and roles as they are now; visitors' for who is gone. */
export async function audienceOfPerson(personId: string): Promise<ReaderAudience> {
  const rows = await writer()
    .select({ standing: people.standing, role: roleGrants.role })
    .from(people)
    .innerJoin(accounts, eq(accounts.personId, people.id))
    .leftJoin(roleGrants, eq(roleGrants.accountId, accounts.id))
    .where(eq(people.id, personId));
  const [first] = rows;
  const roles = new Set(rows.flatMap(({ role }) => role ?? []));
  return first ? audienceBy({ standing: first.standing, roles }) : 'public';
}

type Account = Pick<NamedAccount, 'accountId' | 'personId'>;

/** Gives an account a role, signs it out everywhere and writes that down; false if it has it already. */
export function grantRole(actor: Actor, { accountId, personId }: Account, role: Role): Promise<boolean> {
  return writer().transaction(async (tx) => {
    const grantedBy = actor.kind === 'person' ? actor.accountId : 'console';
    const rows = await tx.insert(roleGrants).values({ accountId, role, grantedBy }).onConflictDoNothing().returning();
    if (rows.length === 0) return false;
    await signOutEverywhere(tx, accountId);
    await writeDown(tx, actor, { action: 'role_granted', personId, detail: { role } });
    if (actor.kind === 'person') await tellAccount(tx, accountId, 'role_granted');
    return true;
  });
}

/**
 * Takes a role from an account, signs it out everywhere and writes that down; false if it did not have it.
 * @throws DomainError `conflict` for the last steward: a network without one could not change its own policy.
 */
export function revokeRole(actor: Actor, { accountId, personId }: Account, role: Role): Promise<boolean> {
  return writer().transaction(async (tx) => {
    if (role === 'steward') await requireAnotherSteward(tx, personId);
    const rows = await tx
      .delete(roleGrants)
      .where(and(eq(roleGrants.accountId, accountId), eq(roleGrants.role, role)))
      .returning();
    if (rows.length === 0) return false;
    await signOutEverywhere(tx, accountId);
    await writeDown(tx, actor, { action: 'role_revoked', personId, detail: { role } });
    if (actor.kind === 'person') await tellAccount(tx, accountId, 'role_revoked');
    return true;
  });
}

async function requireAnotherSteward(tx: Transaction, personId: string): Promise<void> {
  await holdStewards(tx);
  if (await isLastSteward(tx, personId)) throw new DomainError('conflict', m.roles_last_steward());
}
