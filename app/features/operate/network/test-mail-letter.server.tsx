import { addressesBy } from '~/lib/mail/addresses-by.server';
import { type Mail, type MailJob, registerMail } from '~/lib/mail/registry.server';
import { offeredLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { TEST_MAIL, testRecipients } from './test-mail.server';

/** A link that has served is gone with its row, and so is its mail. */
const aboutId = ({ account, link }: MailJob['about']): string | undefined => account ?? link;

async function testMail({ about }: MailJob): Promise<Mail | null> {
  const id = aboutId(about);
  const [to] = id ? await testRecipients([id]) : [];
  if (!to) return null;
  const { default: TestMail } = await import('#emails/TestMail');
  return {
    to: to.email,
    locale: offeredLocale(to.locale),
    subject: () => m.setup_mail_subject({ network: to.network }),
    element: () => <TestMail network={to.network} />,
  };
}

/** Registers the mail that says that mail works. */
export const registerTestMail = (): void => registerMail(TEST_MAIL, testMail, addressesBy(aboutId, testRecipients));
