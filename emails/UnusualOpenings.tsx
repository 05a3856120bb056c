import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph } from './components/parts';

/** That an account opened the contact of unusually many: never whose account, nor whose contact. */
export default function UnusualOpenings({ network, link }: { network: string; link: string }) {
  return (
    <Layout
      network={network}
      title={m.contact_mail_title({ network })}
      preview={m.contact_mail_text()}
      why={m.contact_mail_why({ network })}
    >
      <Paragraph>{m.contact_mail_text()}</Paragraph>
      <Paragraph>{m.contact_mail_calm()}</Paragraph>
      <Action href={link} label={m.contact_mail_link()} orCopy={m.mail_or_copy()} />
    </Layout>
  );
}
