import { sql } from 'drizzle-orm';
import { type AddressLookup, registerMail } from '~/lib/mail/registry.server';
import { command } from '~/sharing/command.server';
import { alertMail } from './alert-mail.server';
import { ALERT_MAIL } from './alerts.server';
import { letterMail } from './letter-mail.server';
import { LETTER_MAIL } from './letters.server';
import { NEW_GROUPS, NEW_PEOPLE } from './near-me.server';
import { registerNotices } from './topics.server';

/** Addresses of mails that name an account. */
const addresses: AddressLookup = (jobs) =>
  command(async ({ db }) => {
    const wanted = JSON.stringify(jobs.flatMap(({ about }) => about.account ?? []));
    const rows = await db.execute<{ id: string; email: string }>(
      sql`select id, email from core.accounts where id::text in (select jsonb_array_elements_text(${wanted}::jsonb))`,
    );
    const byId = new Map(rows.map(({ id, email }) => [id, email]));
    return new Map(
      jobs.flatMap(({ id, about }) => {
        const email = byId.get(about.account ?? '');
        return email ? [[id, email] as const] : [];
      }),
    );
  });

/** Registers letters and alerts, and what of the directory is news. */
export function registerNoticeMails(): void {
  registerNotices(NEW_PEOPLE, NEW_GROUPS);
  registerMail(LETTER_MAIL, letterMail, addresses);
  registerMail(ALERT_MAIL, alertMail, addresses);
}
