import { sql } from 'drizzle-orm';
import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { command } from '~/sharing/command.server';

/** Why no notices go to the viewer's address. */
export type AddressTrouble = 'bounced' | 'complained';

/** What is wrong with mail to the viewer; null if nothing is, as far as the hub knows. */
export async function myMailTrouble(viewer: SignedIn): Promise<AddressTrouble | null> {
  const [row] = await asSelf(
    viewer.personId,
    (own) => own<{ complained: boolean }[]>`
      select t.complained_at is not null as complained from core.mail_trouble t
      join core.accounts a on a.id = t.account_id and a.email = t.email where a.person_id = ${viewer.personId}`,
  );
  if (!row) return null;
  return row.complained ? 'complained' : 'bounced';
}

/** The viewer says that mail reaches them again, or is welcome again. */
export const forgetMyMailTrouble = (viewer: SignedIn): Promise<void> =>
  command(async ({ db }) => {
    await db.execute(sql`delete from core.mail_trouble where account_id = ${viewer.accountId}`);
    await db.execute(sql`update core.notice_settings set all_off = false where account_id = ${viewer.accountId}`);
  });

/** Whoever signed in by a link in a mail since then gets mail. Events that can no longer come twice are forgotten. */
export const forgetOldTrouble = (): Promise<void> =>
  command(async ({ db }) => {
    await db.execute(sql`
      delete from core.mail_trouble t where t.complained_at is null and exists (
        select from core.sign_in_tokens k
        where k.account_id = t.account_id and k.request_id is not null and k.used_at > t.bounced_at)`);
    await db.execute(sql`delete from core.webhook_events where received_at < now() - interval '1 day'`);
  });
