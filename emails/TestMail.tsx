import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Paragraph } from './components/parts';

/** Says that mail works, to whoever looks after the network. */
export default function TestMail({ network }: { network: string }) {
  return (
    <Layout
      network={network}
      title={m.setup_mail_title()}
      preview={m.setup_mail_text({ network })}
      why={m.setup_mail_why({ network })}
    >
      <Paragraph>{m.setup_mail_text({ network })}</Paragraph>
      <Paragraph>{m.setup_mail_junk()}</Paragraph>
    </Layout>
  );
}
