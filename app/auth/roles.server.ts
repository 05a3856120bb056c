import { and, eq, sql } from 'drizzle-orm';
import { accounts, people, roleGrants } from '#db/schema';
import { writer } from '#db/writer.server';
import type { ReaderAudience } from '~/lib/audience';
import { DomainError } from '~/lib/errors';
import type { Role, Standing } from '~/lib/standing';
import { audienceBy } from './viewer';

export interface NamedAccount {
  accountId: string;
  email: string;
  standing: Standing;
}

/**
 * The account that signs in with an address.
 * @throws DomainError `not_found`
 */
export async function accountByEmail(email: string): Promise<NamedAccount> {
  const [row] = await writer()
    .select({ accountId: accounts.id, email: accounts.email, standing: people.standing })
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

/** Gives an account a role; false if it has it already. */
export async function grantRole(accountId: string, role: Role, grantedBy: string): Promise<boolean> {
  const rows = await writer()
    .insert(roleGrants)
    .values({ accountId, role, grantedBy })
    .onConflictDoNothing()
    .returning();
  return rows.length > 0;
}

/**
 * Takes a role from an account; false if it did not have it.
 * @throws DomainError `conflict` for the last steward: a network without one could not change its own policy.
 */
export function revokeRole(accountId: string, role: Role): Promise<boolean> {
  return writer().transaction(async (tx) => {
    if (role === 'steward') {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('commonweave stewards'))`);
      const stewards = await tx
        .select({ accountId: roleGrants.accountId })
        .from(roleGrants)
        .where(eq(roleGrants.role, role));
      if (stewards.length === 1 && stewards[0]?.accountId === accountId)
        throw new DomainError('conflict', 'This is the last steward. Make someone else a steward first.');
    }
    const rows = await tx
      .delete(roleGrants)
      .where(and(eq(roleGrants.accountId, accountId), eq(roleGrants.role, role)))
      .returning();
    return rows.length > 0;
  });
}
