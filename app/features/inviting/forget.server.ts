import { sql } from 'drizzle-orm';
import type { Unit } from '~/sharing/command.server';

/**
 * Takes out of every open invitation of an address what tells of its person, and the mail that waits. What its inviter
 * sees stays until it runs out: a line that went early would tell them that it was answered.
 */
export async function forgetInvitationsOf({ db }: Unit, email: string): Promise<void> {
  await db.execute(sql`
    with forgotten as (
      update core.member_invitations set email = null, name = null, words = null, token_hash = null
      where email = ${email} returning id::text
    )
    delete from core.outbox o using forgotten f where o.about ->> 'invitation' = f.id`);
}
