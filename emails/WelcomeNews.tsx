import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph } from './components/parts';

type WelcomeNewsProps = Record<'network' | 'title' | 'text' | 'button' | 'link', string>;

/** News of a welcome, for a newcomer or for whoever welcomes them. */
export default function WelcomeNews({ network, title, text, button, link }: WelcomeNewsProps) {
  return (
    <Layout network={network} title={title} preview={text} why={m.join_news_why({ network })}>
      <Paragraph>{text}</Paragraph>
      <Action href={link} label={button} orCopy={m.mail_or_copy()} />
    </Layout>
  );
}
