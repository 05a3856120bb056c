import { eq } from 'drizzle-orm';
import { removals } from '#db/schema/claims';
import { env } from '~/lib/env.server';
import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { linkToken, linkUrl } from '~/lib/one-time-links.server';
import { m } from '~/lib/paraglide/messages.js';
import { isLocale } from '~/lib/paraglide/runtime.js';
import { command, type Unit } from '~/sharing/command.server';
import { networkName, recipient } from './claim-mails.server';
import { REMOVAL_LINK } from './removals.server';

async function removalOf({ db }: Unit, id = '00000000-0000-0000-0000-000000000000') {
  const [row] = await db.select().from(removals).where(eq(removals.id, id));
  return row ?? null;
}

/** Asks the address that was given whether the wish to be removed is theirs. */
export const removalConfirmMail = ({ about }: MailJob): Promise<Mail | null> =>
  command(async (unit) => {
    const removal = await removalOf(unit, about.removal);
    if (removal?.state !== 'unconfirmed') return null;
    const { default: RemovalConfirm } = await import('#emails/RemovalConfirm');
    const network = await networkName(unit);
    const { groupName: group, email, locale, id } = removal;
    const link = linkUrl('/removals', linkToken(REMOVAL_LINK, id));
    return {
      to: email,
      locale,
      subject: () => m.removal_mail_title({ group }),
      element: () => <RemovalConfirm {...{ network, group, link }} />,
    };
  });

/** Tells an operator of a confirmed wish that still waits. */
export const removalNewsMail = ({ about }: MailJob): Promise<Mail | null> =>
  command(async (unit) => {
    const [to, removal] = [await recipient(unit, about.account), await removalOf(unit, about.removal)];
    if (!to?.roles.includes('operator') || removal?.state !== 'waiting') return null;
    const { default: RemovalNews } = await import('#emails/RemovalNews');
    const network = await networkName(unit);
    const group = removal.groupName;
    return {
      to: to.email,
      locale: isLocale(to.locale) ? to.locale : 'en',
      subject: () => m.removal_news_title({ group }),
      element: () => <RemovalNews {...{ network, group, link: `${env().origin}/weaving/removals/${removal.id}` }} />,
    };
  });

/** The answer to whoever asked for a group to be removed. */
export const removalAnswerMail = ({ about }: MailJob): Promise<Mail | null> =>
  command(async (unit) => {
    const removal = await removalOf(unit, about.removal);
    if (removal?.state !== 'removed' && removal?.state !== 'kept') return null;
    const { default: RemovalAnswer } = await import('#emails/RemovalAnswer');
    const network = await networkName(unit);
    const { groupName: group, email, locale, note, state } = removal;
    return {
      to: email,
      locale,
      subject: () => m.removal_answer_title({ group }),
      element: () => <RemovalAnswer {...{ network, group, note, removed: state === 'removed' }} />,
    };
  });
