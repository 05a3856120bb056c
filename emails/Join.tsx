import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph } from './components/parts';

/** The one-time link that makes an account for somebody who asked to join, and a code for another device. */
export default function Join({ network, link, code }: { network: string; link: string; code: string }) {
  return (
    <Layout
      network={network}
      title={m.join_mail_title({ network })}
      preview={m.join_mail_preview()}
      why={m.join_mail_why({ network })}
    >
      <Paragraph>{m.join_mail_text()}</Paragraph>
      <Action href={link} label={m.join_mail_button()} orCopy={m.mail_or_copy()} />
      <Paragraph>{m.join_mail_code({ code })}</Paragraph>
      <Paragraph>{m.join_mail_not_you()}</Paragraph>
    </Layout>
  );
}
