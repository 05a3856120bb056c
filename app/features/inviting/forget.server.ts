import { sql } from 'drizzle-orm';
import type { Unit } from '~/sharing/command.server';

/**
 * Takes out of every open invitation of an address what tells of its person; a mail that waits finds nobody then. What its
 * inviter sees stays until it runs out, and the mail in the list of operators: a line that went early would tell that it
 * was answered.
 */
export async function forgetInvitationsOf({ db }: Unit, email: string): Promise<void> {
  await db.execute(sql`
    update core.member_invitations set email = null, name = null, words = null, token_hash = null
    where email = ${email}`);
}
