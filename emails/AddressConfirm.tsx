import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph } from './components/parts';

/** Asks whoever reads an address whether they want to sign in with it. */
export default function AddressConfirm({ network, link }: { network: string; link: string }) {
  return (
    <Layout
      network={network}
      title={m.address_confirm_mail_title({ network })}
      preview={m.address_confirm_mail_preview()}
    >
      <Paragraph>{m.address_confirm_mail_text({ network })}</Paragraph>
      <Action href={link} label={m.address_confirm_button()} orCopy={m.mail_or_copy()} />
      <Paragraph>{m.address_confirm_mail_not_you()}</Paragraph>
    </Layout>
  );
}
