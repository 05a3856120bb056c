import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Paragraph } from './components/parts';

type RemovalAnswerProps = { network: string; group: string; removed: boolean; note: string | null };

/** The answer to whoever asked for a group to be removed. */
export default function RemovalAnswer({ network, group, removed, note }: RemovalAnswerProps) {
  const text = removed ? m.removal_answer_removed({ network, group }) : m.removal_answer_kept({ network, group });
  return (
    <Layout
      network={network}
      title={m.removal_answer_title({ group })}
      preview={text}
      why={m.removal_mail_why({ network })}
    >
      <Paragraph>{text}</Paragraph>
      {note ? <Paragraph>{m.removal_answer_note({ note })}</Paragraph> : null}
    </Layout>
  );
}
