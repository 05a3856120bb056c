import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph } from './components/parts';

interface Props {
  network: string;
  /** What changed, in a sentence. */
  text: string;
  link: string;
}

/** Tells somebody what changed about their account, and where to look if it was not they. */
export default function AccountNews({ network, text, link }: Props) {
  return (
    <Layout network={network} title={m.security_news_title({ network })} preview={text}>
      <Paragraph>{text}</Paragraph>
      <Paragraph>{m.security_news_not_you()}</Paragraph>
      <Action href={link} label={m.security_news_button()} orCopy={m.mail_or_copy()} />
    </Layout>
  );
}
