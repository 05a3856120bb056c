import { m } from '../app/lib/paraglide/messages.js';
import { formatDay } from '../app/ui/format';
import { Layout } from './components/Layout';
import { Action, Paragraph, Paragraphs, Quiet } from './components/parts';

interface InvitationProps {
  network: string;
  purpose: string;
  name: string;
  source: string;
  /** The network's own, where a batch has some; null for an invitation that stands alone. */
  words: string | null;
  again: boolean;
  locale: 'en' | 'es';
  until: Date;
  link: string;
}

/** The mail to a person somebody else wrote down: who asks, where the address comes from, and two ways to answer. */
export default function Invitation(props: InvitationProps) {
  const { network, purpose, name, source, words, again, locale, until, link } = props;
  const day = formatDay(until, locale);
  return (
    <Layout
      network={network}
      title={m.invitation_mail_title({ network })}
      preview={m.invitation_mail_preview()}
      why={m.invitation_mail_footer({ network })}
    >
      <Paragraph>{m.invitation_mail_hello({ name })}</Paragraph>
      {again ? <Paragraph>{m.invitation_mail_again()}</Paragraph> : null}
      <Paragraph>{m.invitation_mail_who({ network })}</Paragraph>
      {words ? <Paragraphs text={words} /> : null}
      {purpose ? <Paragraph>{purpose}</Paragraph> : null}
      <Paragraph>{m.invitation_mail_where({ source })}</Paragraph>
      <Paragraph>{m.invitation_mail_means()}</Paragraph>
      <Action href={link} label={m.invitation_mail_accept()} orCopy={m.mail_or_copy()} />
      <Quiet href={`${link}#no`} label={m.invitation_mail_decline()} />
      <Paragraph>
        {again || words === null ? m.invitation_mail_until({ day }) : m.invitation_mail_once_more({ day })}
      </Paragraph>
    </Layout>
  );
}
