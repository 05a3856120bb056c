import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph, Quiet } from './components/parts';

interface InvitationProps {
  network: string;
  purpose: string;
  name: string;
  source: string;
  locale: 'en' | 'es';
  until: Date;
  link: string;
}

/** The one mail to a person somebody else wrote down: who asks, where the address comes from, and two ways to answer. */
export default function Invitation({ network, purpose, name, source, locale, until, link }: InvitationProps) {
  const tag = locale === 'en' ? 'en-GB' : locale;
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(until);
  return (
    <Layout
      network={network}
      title={m.invitation_mail_title({ network })}
      preview={m.invitation_mail_preview()}
      why={m.invitation_mail_footer({ network })}
    >
      <Paragraph>{m.invitation_mail_hello({ name })}</Paragraph>
      <Paragraph>{m.invitation_mail_who({ network })}</Paragraph>
      {purpose ? <Paragraph>{purpose}</Paragraph> : null}
      <Paragraph>{m.invitation_mail_where({ source })}</Paragraph>
      <Paragraph>{m.invitation_mail_means()}</Paragraph>
      <Action href={link} label={m.invitation_mail_accept()} orCopy={m.mail_or_copy()} />
      <Quiet href={`${link}#no`} label={m.invitation_mail_decline()} />
      <Paragraph>{m.invitation_mail_until({ day })}</Paragraph>
    </Layout>
  );
}
