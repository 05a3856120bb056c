import { type SQL, sql } from 'drizzle-orm';
import { env } from '~/lib/env.server';
import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { offeredLocale } from '~/lib/messages/locale.server';
import { linkToken, linkUrl } from '~/lib/one-time-links.server';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import { stewards } from './contacts.server';
import { OUTSIDE_LINK } from './outside.server';
import { FOLLOW_LINK } from './raise.server';
import { ROUND_NOW, STATE_NOW } from './rounds.server';

interface Row extends Record<string, unknown> {
  email: string;
  locale: string | null;
  network: string;
  name: string;
  /** Whether the recipient has no account. */
  follows: boolean;
}

interface News {
  row: Row;
  title: () => string;
  text: () => string;
  button: () => string;
  link: string;
}

const NETWORK = sql`coalesce((select name from ref.network limit 1), 'Commonweave') as network`;

async function read(query: SQL): Promise<Row | null> {
  return command(async ({ db }) => (await db.execute<Row>(query))[0] ?? null);
}

async function letter({ row, title, text, button, link }: News): Promise<Mail> {
  const { default: ConcernNews } = await import('#emails/ConcernNews');
  const { network } = row;
  return {
    to: row.email,
    locale: offeredLocale(row.locale),
    subject: title,
    element: () => <ConcernNews network={network} title={title()} text={text()} button={button()} link={link} />,
  };
}

/** That a concern, or something new in one, waits for a steward who hears it; null once they do not any more. */
export async function hearerMail({ about }: MailJob): Promise<Mail | null> {
  const row = await read(sql`
    select a.email, a.locale, ${NETWORK} from core.accounts a join ${stewards} s on s.account_id = a.id
      join core.concern_hearers h on h.person_id = s.person_id join core.concerns c on c.id = h.concern_id
    where a.id::text = ${about.account ?? ''} and c.id::text = ${about.concern ?? ''}
      and ${STATE_NOW} = 'open' and h.round = ${ROUND_NOW}`);
  if (!row) return null;
  const { network } = row;
  return letter({
    row,
    title: () => m.concern_mail_hearer_title({ network }),
    text: () => m.concern_mail_hearer_text(),
    button: () => m.concern_mail_hearer_button(),
    link: `${env().origin}/steward/concerns/${about.concern}`,
  });
}

/** That there is something new for whoever raised a concern; a visitor gets their private link. Null once they are gone. */
export async function raiserMail({ about }: MailJob): Promise<Mail | null> {
  const id = about.concern ?? '';
  const row = await read(sql`
    select coalesce(a.email, r.contact) as email, coalesce(a.locale, r.locale) as locale, a.id is null as follows, ${NETWORK}
    from core.concern_raisers r left join core.accounts a on a.person_id = r.person_id
    where r.concern_id::text = ${id} and (a.id is not null or r.link_hash is not null)`);
  if (!row?.email) return null;
  const { network, follows } = row;
  return letter({
    row,
    title: () => m.concern_mail_raiser_title({ network }),
    text: () => (follows ? m.concern_mail_link_text() : m.concern_mail_raiser_text()),
    button: () => m.concern_mail_raiser_button(),
    link: follows ? linkUrl('/concern/follow', linkToken(FOLLOW_LINK, id)) : `${env().origin}/concerns/${id}`,
  });
}

/** That stewards wrote to the person a concern is about; null for who was not told of it, or has left. */
export async function aboutMail({ about }: MailJob): Promise<Mail | null> {
  const id = about.concern ?? '';
  const row = await read(sql`
    select a.email, a.locale, ${NETWORK} from core.concerns c join core.accounts a on a.person_id = c.about_id
    where c.id::text = ${id} and c.told_at is not null`);
  if (!row) return null;
  const { network } = row;
  return letter({
    row,
    title: () => m.concern_mail_about_title({ network }),
    text: () => m.concern_mail_about_text(),
    button: () => m.concern_mail_about_button(),
    link: `${env().origin}/concerns/about-me/${id}`,
  });
}

/** Asks somebody outside whether they will take concerns by mail; null once they said yes, or are not asked any more. */
export async function outsideAskMail({ about }: MailJob): Promise<Mail | null> {
  const id = about.outside ?? '';
  const row = await read(sql`
    select email, locale, name, ${NETWORK} from core.concern_outside where id::text = ${id} and agreed_at is null`);
  if (!row) return null;
  const { network, name } = row;
  return letter({
    row,
    title: () => m.concern_mail_ask_title({ network }),
    text: () => m.concern_mail_ask_text({ network, name }),
    button: () => m.concern_mail_ask_button(),
    link: linkUrl('/concern/outside', linkToken(OUTSIDE_LINK, id)),
  });
}
