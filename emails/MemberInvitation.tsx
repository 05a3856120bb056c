import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph, Quiet } from './components/parts';

interface MemberInvitationProps {
  network: string;
  purpose: string;
  inviter: string;
  name: string;
  words: string | null;
  locale: 'en' | 'es';
  until: Date;
  link: string;
}

/** The one mail of a member to somebody they know: who asks, in their own words, and two ways to answer. */
export default function MemberInvitation(props: MemberInvitationProps) {
  const { network, purpose, inviter, name, words, locale, until, link } = props;
  const tag = locale === 'en' ? 'en-GB' : locale;
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(until);
  return (
    <Layout
      network={network}
      title={m.inviting_mail_title({ network })}
      preview={m.invitation_mail_preview()}
      why={m.inviting_mail_footer({ inviter, network })}
    >
      <Paragraph>{m.invitation_mail_hello({ name })}</Paragraph>
      <Paragraph>{m.inviting_mail_who({ inviter, network })}</Paragraph>
      {words ? <Paragraph>{m.inviting_mail_words({ inviter })}</Paragraph> : null}
      {
        words?.split(/\n+/).map((line) => (
          <Paragraph key={line}>{line}</Paragraph>
        )) /* prettier-ignore */
      }
      {purpose ? <Paragraph>{purpose}</Paragraph> : null}
      <Paragraph>{m.inviting_mail_means()}</Paragraph>
      <Action href={link} label={m.invitation_mail_accept()} orCopy={m.mail_or_copy()} />
      <Quiet href={`${link}#no`} label={m.invitation_mail_decline()} />
      <Paragraph>{m.inviting_mail_until({ day })}</Paragraph>
    </Layout>
  );
}
