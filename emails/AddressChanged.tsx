import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph } from './components/parts';

/** Tells an address that another one signs in now, and how to take that back. */
export default function AddressChanged({ network, link }: { network: string; link: string }) {
  return (
    <Layout
      network={network}
      title={m.address_changed_mail_title({ network })}
      preview={m.address_changed_mail_preview()}
    >
      <Paragraph>{m.address_changed_mail_text({ network })}</Paragraph>
      <Action href={link} label={m.address_undo_button()} orCopy={m.mail_or_copy()} />
    </Layout>
  );
}
