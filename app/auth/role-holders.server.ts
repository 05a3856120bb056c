import { writerSql } from '#db/writer.server';
import type { Role } from '~/lib/standing';
import { mustBe } from './must-be';
import { hasFactorOfA } from './second-factors/has-factor.server';
import type { SignedIn } from './viewer';

export interface RoleHolder {
  personId: string;
  roles: Role[];
  hasFactor: boolean;
}

/**
 * Everyone with a role, for stewards; names come from what stewards may see.
 * @throws DomainError `not_found` for anyone else
 */
export async function roleHolders(viewer: SignedIn): Promise<RoleHolder[]> {
  mustBe(viewer, 'steward');
  const rows = await writerSql()<RoleHolder[]>`
    select a.person_id as "personId", array_agg(g.role order by g.role) as roles,
      ${hasFactorOfA()} as "hasFactor"
    from core.role_grants g join core.accounts a on a.id = g.account_id group by a.id, a.person_id`;
  return [...rows];
}

/** The account of a person, for a steward who changes its roles; null for someone without one. */
export async function accountOfPerson(
  viewer: SignedIn,
  personId: string,
): Promise<{ accountId: string; personId: string } | null> {
  mustBe(viewer, 'steward');
  const [row] = await writerSql()<{ accountId: string; personId: string }[]>`
    select a.id as "accountId", a.person_id as "personId" from core.accounts a join core.people p on p.id = a.person_id
    where a.person_id = ${personId} and p.standing = 'member'`;
  return row ?? null;
}
