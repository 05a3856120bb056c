import { sql } from 'drizzle-orm';
import type { Localised } from '#db/schema/network';
import { readNetwork } from '~/features/directory/network.server';
import { env } from '~/lib/env.server';
import { inLanguage } from '~/lib/localised';
import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { command } from '~/sharing/command.server';
import { recipients } from './reader.server';
import { ALERTS, unsubscribeLink } from './unsubscribe.server';

type Row = { title: Localised; text: Localised };

/** An urgent alert; null for whoever switched alerts off in between. */
export async function alertMail({ about }: MailJob): Promise<Mail | null> {
  const account = about.account ?? '';
  const known = await command(async (unit) => {
    const [reader] = await recipients(unit, [account]);
    const [alert] = await unit.db.execute<Row>(sql`
      select l.title, l.text from core.alerts l join core.notice_settings n on n.account_id::text = ${account}
      where l.id::text = ${about.alert ?? ''}
        and case when l.interest_id is null then n.alerts_by_place else n.alerts_by_interest end`);
    return reader && alert ? { reader, alert, ending: await unsubscribeLink(unit, account, ALERTS) } : null;
  });
  if (!known) return null;
  const { reader, alert, ending } = known;
  const { name: network } = await readNetwork(reader.viewer, reader.locale);
  const { default: UrgentAlert } = await import('#emails/UrgentAlert');
  const said = (words: Localised) => inLanguage(words, reader.locale).text;
  return {
    to: reader.email,
    locale: reader.locale,
    subject: () => said(alert.title),
    headers: ending.headers,
    element: () => (
      <UrgentAlert
        network={network}
        title={said(alert.title)}
        text={said(alert.text)}
        settingsLink={`${env().origin}/settings/notices`}
        offLink={ending.link}
      />
    ),
  };
}
