import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { importedPeople } from '#db/schema/invitations';
import type { Actor } from '~/auth/actor';
import { erasePeople } from '~/auth/erase-people.server';
import { mustBe } from '~/auth/must-be';
import { erasedAmong } from '~/auth/tombstones.server';
import { createPeople } from '~/features/profile/create-people.server';
import type { ProfileValues } from '~/features/profile/profile.schema';
import type { Unit } from '~/sharing/command.server';

/**
 * Which of these addresses the hub does not take in, in lower case: those with an account, those imported already and
 * those whose owner asked not to be here. Which of the three it is goes nowhere, so that a list of addresses tells a
 * steward nothing about who is a member.
 */
export async function knownAddresses(db: Transaction, emails: readonly string[]): Promise<Set<string>> {
  const list = sql`(select jsonb_array_elements_text(${JSON.stringify(emails)}::jsonb))`;
  const rows = await db.execute<{ email: string }>(sql`
    select email from core.accounts where email in ${list} union select email from core.imported_people where email in ${list}`);
  return new Set([...rows.map(({ email }) => email), ...(await erasedAmong(db, emails))]);
}

export interface NewImported {
  profile: ProfileValues;
  /** Lower case, and not among the {@link knownAddresses}. */
  email: string;
  source: string;
  sourceId?: string | null;
  runId?: string | null;
}

/** Writes down people somebody else told us of. They have no account, and nobody but stewards sees them. */
export async function addImported(actor: Actor, unit: Unit, rows: readonly NewImported[]): Promise<string[]> {
  mustBe(actor, 'steward');
  if (rows.length === 0) return [];
  const ids = await createPeople(
    actor,
    unit,
    rows.map(({ profile }) => profile),
    { standing: 'imported' },
  );
  await unit.db
    .insert(importedPeople)
    .values(rows.map(({ profile: _, ...row }, at) => ({ ...row, personId: ids[at] as string })));
  return ids;
}

/** Lets nobody else take addresses in until the transaction ends: two imports at once would both find them unknown. */
export const holdAddresses = ({ db }: Unit) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtext('commonweave imported people'))`);

/** What somebody else wrote down of a person goes when that person speaks for themselves. */
export async function forgetImported(unit: Unit, email: string): Promise<void> {
  const rows = await unit.db.execute<{ id: string }>(sql`
    select i.person_id as id from core.imported_people i join core.people p on p.id = i.person_id
    where i.email = ${email} and p.standing = 'imported' for update of p`);
  await erasePeople(
    unit,
    rows.map(({ id }) => id),
  );
}
