import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { registerMail } from '~/lib/mail/registry.server';
import { offeredLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { TEST_MAIL, testRecipients } from './test-mail.server';

/** A link that has served is gone with its row, and so is its mail. */
const aboutId = ({ about }: MailJob): string | undefined => about.account ?? about.link;

async function testMail(job: MailJob): Promise<Mail | null> {
  const id = aboutId(job);
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

async function testAddresses(jobs: readonly MailJob[]): Promise<Map<string, string>> {
  const found = new Map(
    (await testRecipients(jobs.flatMap((job) => aboutId(job) ?? []))).map((to) => [to.id, to.email]),
  );
  return new Map(
    jobs.flatMap((job) => {
      const email = found.get(aboutId(job) ?? '');
      return email ? [[job.id, email] as const] : [];
    }),
  );
}

/** Registers the mail that says that mail works. */
export const registerTestMail = (): void => registerMail(TEST_MAIL, testMail, testAddresses);
