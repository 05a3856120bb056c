import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph } from './components/parts';

/** Tells an operator that a listed group asks to be removed. */
export default function RemovalNews({ network, group, link }: { network: string; group: string; link: string }) {
  return (
    <Layout
      network={network}
      title={m.removal_news_title({ group })}
      preview={m.removal_news_text({ group })}
      why={m.claims_mail_why({ network })}
    >
      <Paragraph>{m.removal_news_text({ group })}</Paragraph>
      <Action href={link} label={m.claims_mail_button()} orCopy={m.mail_or_copy()} />
    </Layout>
  );
}
