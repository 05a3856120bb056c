import { sql } from 'drizzle-orm';
import { env } from '~/lib/env.server';
import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { offeredLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import type { WelcomeNews } from './news.server';

type Row = { email: string; locale: string | null; holds: boolean; network: string };

const WORDS = {
  welcomed: { title: m.join_news_welcomed, text: m.join_news_welcomed_text, button: m.join_news_welcomed_button },
  not_now: { title: m.join_news_answer, text: m.join_news_answer_text, button: m.join_news_answer_button },
  newcomer: { title: m.join_news_newcomer, text: m.join_news_newcomer_text, button: m.join_news_newcomer_button },
};

/** News of a welcome for a newcomer or for their weaver, without a name or a word of anyone; null once it no longer holds. */
export async function welcomeNewsMail({ about }: MailJob): Promise<Mail | null> {
  const news = about.news as WelcomeNews;
  const newcomer = about.newcomer ?? '';
  const [row] = await command(({ db }) =>
    db.execute<Row>(sql`
      select a.email, a.locale, coalesce((select name from ref.network limit 1), 'Commonweave') as network,
        case ${news} when 'welcomed' then p.standing = 'member'
          when 'not_now' then exists (select from core.newcomers n where n.person_id = p.id and n.state = 'not_now')
          else exists (select from core.newcomers n join core.people s on s.id = n.person_id
            where s.standing = 'newcomer' and n.weaver_id = p.id and n.person_id::text = ${newcomer}) end as holds
      from core.accounts a join core.people p on p.id = a.person_id where a.id::text = ${about.account ?? ''}`),
  );
  if (!row?.holds) return null;
  const { network } = row;
  const words = WORDS[news];
  const path = news === 'newcomer' ? `/weaving/newcomers/${newcomer}` : '/welcome';
  const { default: WelcomeNewsMail } = await import('#emails/WelcomeNews');
  return {
    to: row.email,
    locale: offeredLocale(row.locale),
    subject: () => words.title({ network }),
    element: () => (
      <WelcomeNewsMail
        network={network}
        title={words.title({ network })}
        text={words.text()}
        button={words.button()}
        link={`${env().origin}${path}`}
      />
    ),
  };
}
