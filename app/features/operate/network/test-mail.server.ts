import { sql } from 'drizzle-orm';
import type { SignedIn } from '~/auth/viewer';
import { canSendMail } from '~/lib/mail/deliver.server';
import { enqueue } from '~/lib/mail/outbox.server';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { command, type Unit } from '~/sharing/command.server';
import { setUpLinkOf } from '../set-up/set-up-link.server';

export const TEST_MAIL = 'test-mail';

const LIMIT = { what: 'test mail', most: 5, seconds: 3600 };

/** Whom a test mail goes to: an operator, or whoever holds the set-up link. */
type Recipient = { viewer: SignedIn } | { setUpToken: string };

async function aboutOf(unit: Unit, to: Recipient): Promise<Record<string, string> | null> {
  if ('viewer' in to) return { account: to.viewer.accountId };
  const link = await setUpLinkOf(unit, to.setUpToken);
  return link?.good ? { link: link.id } : null;
}

/** Queues a mail that says that mail works. False if there was one too often, or nobody to send it to. */
export function sendTestMail(to: Recipient): Promise<boolean> {
  return command(async (unit) => {
    const about = await aboutOf(unit, to);
    if (!about || !canSendMail()) return false;
    if ((await hitRateLimits([{ ...LIMIT, subject: Object.values(about).join() }], unit.db)) > 0) return false;
    await enqueue(unit.db, TEST_MAIL, about);
    return true;
  });
}

export interface TestRecipient {
  id: string;
  email: string;
  locale: string | null;
  network: string;
}

/** The addresses of test mails, by the ids that their outbox rows are about. */
export const testRecipients = (ids: readonly string[]): Promise<TestRecipient[]> =>
  command(async ({ db }) => {
    const list = sql`${`{${ids.join(',')}}`}::uuid[]`;
    const rows = await db.execute<Record<string, unknown>>(sql`
      select r.*, coalesce((select name from ref.network), 'Commonweave') as network from (
        select id, email, locale from core.accounts where id = any(${list})
        union all select id, email, null from core.set_up_links where id = any(${list})) r`);
    return rows as unknown as TestRecipient[];
  });
