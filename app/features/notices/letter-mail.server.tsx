import { sql } from 'drizzle-orm';
import { readNetwork } from '~/features/directory/network.server';
import { env } from '~/lib/env.server';
import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { inLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import { type Recipient, recipients } from './reader.server';
import { choiceOf, noticeTopics, WEEKLY } from './topics.server';
import { unsubscribeLink } from './unsubscribe.server';

type Told = { topic: string; id: string };

/** What a letter tells its reader now, topic by topic: nothing they have switched off or may not see any more. */
const sectionsFor = (reader: Recipient, told: readonly Told[]) =>
  inLocale(reader.locale, async () => {
    const wanted = noticeTopics().filter((topic) => choiceOf(topic, reader.chosen) !== 'never');
    const sections = await Promise.all(
      wanted.map(async (topic) => {
        const ids = told.filter((each) => each.topic === topic.key).map(({ id }) => id);
        const items = ids.length > 0 ? await topic.show(reader, ids) : [];
        return { title: topic.title(), items: items.map((item) => ({ ...item, path: env().origin + item.path })) };
      }),
    );
    return sections.filter(({ items }) => items.length > 0);
  });

/** The letter of a period; null once there is nobody or nothing to tell any more. */
export async function letterMail({ about }: MailJob): Promise<Mail | null> {
  const account = about.account ?? '';
  const weekly = !about.period?.startsWith('at ');
  const known = await command(async (unit) => {
    const [reader] = await recipients(unit, [account]);
    const told = await unit.db.execute<Told>(sql`
      select topic, item_id as id from core.notice_told
      where account_id::text = ${account} and period = ${about.period ?? ''} order by topic, item_id`);
    const topic = weekly ? WEEKLY : (told[0]?.topic ?? WEEKLY);
    return reader ? { reader, told, ending: await unsubscribeLink(unit, account, topic) } : null;
  });
  if (!known) return null;
  const { reader, told, ending } = known;
  const sections = await sectionsFor(reader, told);
  if (sections.length === 0) return null;
  const { default: NoticeLetter } = await import('#emails/NoticeLetter');
  const { name: network } = await readNetwork(reader.viewer, reader.locale);
  return {
    to: reader.email,
    locale: reader.locale,
    subject: () => (weekly ? null : sections[0]?.title) ?? m.notices_letter_subject({ network }),
    headers: ending.headers,
    element: () => (
      <NoticeLetter
        {...{ network, sections, weekly }}
        settingsLink={`${env().origin}/settings/notices`}
        offLink={ending.link}
      />
    ),
  };
}
