import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph } from './components/parts';

type ConcernNewsProps = Record<'network' | 'title' | 'text' | 'button' | 'link', string>;

/** That something waits in confidence: never what, of whom or from whom. */
export default function ConcernNews({ network, title, text, button, link }: ConcernNewsProps) {
  return (
    <Layout network={network} title={title} preview={text} why={m.concern_mail_why({ network })}>
      <Paragraph>{text}</Paragraph>
      <Action href={link} label={button} orCopy={m.mail_or_copy()} />
    </Layout>
  );
}
