import { inArray, sql } from 'drizzle-orm';
import { removals } from '#db/schema/claims';
import { type AddressLookup, registerMail } from '~/lib/mail/registry.server';
import { command } from '~/sharing/command.server';
import { claimContactMail, claimNewsMail } from './claim-mails.server';
import { removalAnswerMail, removalConfirmMail, removalNewsMail } from './removal-mails.server';
import { REMOVAL_ANSWER_MAIL, REMOVAL_CONFIRM_MAIL, REMOVAL_NEWS_MAIL } from './removals.server';
import { CLAIM_CONTACT_MAIL, CLAIM_NEWS_MAIL } from './tell.server';

const found = (jobs: Parameters<AddressLookup>[0], key: string, rows: readonly { id: string; email: string }[]) => {
  const byId = new Map(rows.map(({ id, email }) => [id, email]));
  return new Map(
    jobs.flatMap(({ id, about }) => {
      const email = byId.get(about[key] ?? '');
      return email ? [[id, email] as const] : [];
    }),
  );
};
const idsOf = (jobs: Parameters<AddressLookup>[0], key: string) => jobs.flatMap(({ about }) => about[key] ?? []);

/** Addresses of mails that name an account. */
export const accountAddresses: AddressLookup = (jobs) =>
  command(async ({ db }) =>
    found(
      jobs,
      'account',
      await db.execute<{ id: string; email: string }>(
        sql`select id, email from core.accounts where id::text in (select jsonb_array_elements_text(${JSON.stringify(idsOf(jobs, 'account'))}::jsonb))`,
      ),
    ),
  );

const askerAddresses: AddressLookup = (jobs) =>
  command(async ({ db }) => {
    const ids = idsOf(jobs, 'removal');
    const rows = ids.length > 0 ? await db.select().from(removals).where(inArray(removals.id, ids)) : [];
    return found(jobs, 'removal', rows);
  });

/** Registers the mails about who speaks for a group and about groups that ask to be removed. */
export function registerClaims(): void {
  registerMail(CLAIM_NEWS_MAIL, claimNewsMail, accountAddresses);
  registerMail(CLAIM_CONTACT_MAIL, claimContactMail);
  registerMail(REMOVAL_CONFIRM_MAIL, removalConfirmMail, askerAddresses);
  registerMail(REMOVAL_NEWS_MAIL, removalNewsMail, accountAddresses);
  registerMail(REMOVAL_ANSWER_MAIL, removalAnswerMail, askerAddresses);
}
