import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph } from './components/parts';

/** The one-time link that someone asked for on the sign-in page, and a code for when they read this on another device. */
export default function SignIn({ network, link, code }: { network: string; link: string; code: string }) {
  return (
    <Layout network={network} title={m.mail_sign_in_title({ network })} preview={m.mail_sign_in_preview()}>
      <Paragraph>{m.mail_sign_in_text()}</Paragraph>
      <Action href={link} label={m.mail_sign_in_button()} orCopy={m.mail_or_copy()} />
      <Paragraph>{m.mail_sign_in_code({ code })}</Paragraph>
      <Paragraph>{m.mail_sign_in_not_you()}</Paragraph>
    </Layout>
  );
}
