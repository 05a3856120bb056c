import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph } from './components/parts';

/** That a pause is over. */
export default function PauseEnded({ network, link }: { network: string; link: string }) {
  return (
    <Layout
      network={network}
      title={m.pausing_ended_mail_title({ network })}
      preview={m.pausing_ended_mail_text()}
      why={m.pausing_mail_footer({ network })}
    >
      <Paragraph>{m.pausing_ended_mail_text()}</Paragraph>
      <Action href={link} label={m.shell_my_hub()} orCopy={m.mail_or_copy()} />
    </Layout>
  );
}
