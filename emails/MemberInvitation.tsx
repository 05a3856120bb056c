import { m } from '../app/lib/paraglide/messages.js';
import { formatDay } from '../app/ui/format';
import { Layout } from './components/Layout';
import { Action, Paragraph, Paragraphs, Quiet } from './components/parts';

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
  const day = formatDay(until, locale);
  return (
    <Layout
      network={network}
      title={m.inviting_mail_title({ network })}
      preview={m.invitation_mail_preview()}
      why={m.inviting_mail_footer({ inviter, network })}
    >
      <Paragraph>{m.invitation_mail_hello({ name })}</Paragraph>
      <Paragraph>{m.inviting_mail_who({ inviter, network })}</Paragraph>
      {words ? (
        <>
          <Paragraph>{m.inviting_mail_words({ inviter })}</Paragraph>
          <Paragraphs text={words} />
        </>
      ) : null}
      {purpose ? <Paragraph>{purpose}</Paragraph> : null}
      <Paragraph>{m.inviting_mail_means()}</Paragraph>
      <Action href={link} label={m.invitation_mail_accept()} orCopy={m.mail_or_copy()} />
      <Quiet href={`${link}#no`} label={m.invitation_mail_decline()} />
      <Paragraph>{m.inviting_mail_until({ day })}</Paragraph>
    </Layout>
  );
}
