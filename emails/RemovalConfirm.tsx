import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph } from './components/parts';

/** Asks whoever reads an address whether they asked for a group to be removed. */
export default function RemovalConfirm({ network, group, link }: { network: string; group: string; link: string }) {
  return (
    <Layout
      network={network}
      title={m.removal_mail_title({ group })}
      preview={m.removal_mail_preview()}
      why={m.removal_mail_why({ network })}
    >
      <Paragraph>{m.removal_mail_text({ network, group })}</Paragraph>
      <Action href={link} label={m.removal_confirm_button()} orCopy={m.mail_or_copy()} />
      <Paragraph>{m.removal_mail_not_you()}</Paragraph>
    </Layout>
  );
}
