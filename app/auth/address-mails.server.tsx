import { sql } from 'drizzle-orm';
import { writer } from '#db/writer.server';
import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { linkUrl } from '~/lib/one-time-links.server';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { ADDRESS_CONFIRM_MAIL, CONFIRM_HOURS, confirmToken, UNDO_HOURS, undoToken } from './address-change.server';

interface Change extends Record<string, unknown> {
  id: string;
  oldEmail: string;
  newEmail: string;
  locale: Locale | null;
  network: string | null;
  taken: boolean;
  done: boolean;
  undone: boolean;
  late: boolean;
}

async function changeOf(id: string | undefined): Promise<Change | null> {
  const [row] = await writer().execute<Change>(sql`
    select c.id, c.old_email as "oldEmail", c.new_email as "newEmail", a.locale,
      (select name from ref.network limit 1) as network, c.done_at is not null as done, c.undone_at is not null as undone,
      exists (select from core.accounts o where o.email = c.new_email) as taken,
      coalesce(c.done_at + make_interval(hours => ${UNDO_HOURS}), c.created_at + make_interval(hours => ${CONFIRM_HOURS})) < now() as late
    from core.address_changes c join core.accounts a on a.id = c.account_id where c.id = ${id ?? null}`);
  return row ?? null;
}

/** Asks the new address whether it is theirs; nobody is written to whose address has an account. */
export async function addressConfirmMail({ about }: MailJob): Promise<Mail | null> {
  const change = await changeOf(about.change);
  if (!change || change.taken || change.done || change.undone || change.late) return null;
  const { default: AddressConfirm } = await import('#emails/AddressConfirm');
  const network = change.network ?? 'Commonweave';
  const link = linkUrl('/address', confirmToken(change.id));
  return {
    to: change.newEmail,
    locale: change.locale ?? 'en',
    subject: () => m.address_confirm_mail_title({ network }),
    element: () => <AddressConfirm {...{ network, link }} />,
  };
}

/** Tells the old address that another one took over, and how to take it back. */
export async function addressChangedMail({ about }: MailJob): Promise<Mail | null> {
  const change = await changeOf(about.change);
  if (!change?.done || change.undone || change.late) return null;
  const { default: AddressChanged } = await import('#emails/AddressChanged');
  const network = change.network ?? 'Commonweave';
  const link = linkUrl('/address', undoToken(change.id));
  return {
    to: change.oldEmail,
    locale: change.locale ?? 'en',
    subject: () => m.address_changed_mail_title({ network }),
    element: () => <AddressChanged {...{ network, link }} />,
  };
}

/** Addresses of these mails by their ids; operators see them masked. */
export const addressChangeAddresses =
  (template: string) =>
  async (jobs: readonly MailJob[]): Promise<Map<string, string>> => {
    const found = await Promise.all(jobs.map(async ({ id, about }) => [id, await changeOf(about.change)] as const));
    return new Map(
      found.flatMap(([id, change]) =>
        change ? [[id, template === ADDRESS_CONFIRM_MAIL ? change.newEmail : change.oldEmail] as const] : [],
      ),
    );
  };
