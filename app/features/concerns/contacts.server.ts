import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { concernContacts } from '#db/schema/concerns';
import { writeDown } from '~/auth/audit/append.server';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { command } from '~/sharing/command.server';

/** Stewards as they are now: whoever has the role and is a member. */
export const stewards = sql`(select p.id as person_id, a.id as account_id from core.people p
  join core.accounts a on a.person_id = p.id join core.role_grants g on g.account_id = a.id
  where g.role = 'steward' and p.standing = 'member')`;

/** Stewards who said yes to taking concerns. */
export const contactIds = async (db: Pick<Transaction, 'execute'>): Promise<string[]> =>
  (
    await db.execute<{ id: string }>(sql`
      select c.person_id as id from core.concern_contacts c join ${stewards} s on s.person_id = c.person_id
      where c.agreed_at is not null order by c.created_at, c.person_id`)
  ).map(({ id }) => id);

/** Takes concerns from now on. @throws DomainError `not_found` for anyone but stewards */
export function agreeToHear(viewer: SignedIn): Promise<boolean> {
  mustBe(viewer, 'steward');
  return command(async ({ db }) => {
    const { personId } = viewer;
    const done = await db.execute(sql`
      insert into core.concern_contacts (person_id, agreed_at) values (${personId}, now())
      on conflict (person_id) do update set agreed_at = now() where core.concern_contacts.agreed_at is null returning 1`);
    if (done.length > 0)
      await writeDown(db, viewer, { action: 'concern_contacts', personId, detail: { what: 'agreed' } });
    return done.length > 0;
  });
}

/** Asks another steward to take concerns; false unless they are a steward who was not asked yet. */
export function askToHear(viewer: SignedIn, personId: string): Promise<boolean> {
  mustBe(viewer, 'steward');
  return command(async ({ db }) => {
    const [steward] = await db.execute(sql`select from ${stewards} s where s.person_id = ${personId}`);
    if (!steward) return false;
    const done = await db.insert(concernContacts).values({ personId }).onConflictDoNothing().returning();
    if (done.length > 0)
      await writeDown(db, viewer, { action: 'concern_contacts', personId, detail: { what: 'asked' } });
    return done.length > 0;
  });
}

/** Gives somebody, as a rule oneself, no further concerns. What they hear already they go on hearing. */
export function removeContact(viewer: SignedIn, personId: string): Promise<boolean> {
  mustBe(viewer, 'steward');
  return command(async ({ db }) => {
    const done = await db.execute(sql`delete from core.concern_contacts where person_id = ${personId} returning 1`);
    if (done.length > 0)
      await writeDown(db, viewer, { action: 'concern_contacts', personId, detail: { what: 'removed' } });
    return done.length > 0;
  });
}
