import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph } from './components/parts';

type ClaimNewsProps = {
  network: string;
  title: string;
  sentence: string;
  state: string;
  note: string | null;
  mayObject: boolean;
  link: string;
};

/** News of who speaks for a group, for those concerned. */
export default function ClaimNews({ network, title, sentence, state, note, mayObject, link }: ClaimNewsProps) {
  return (
    <Layout network={network} title={title} preview={sentence} why={m.claims_mail_why({ network })}>
      <Paragraph>{sentence}</Paragraph>
      <Paragraph>{state}</Paragraph>
      {note ? <Paragraph>{m.claims_mail_note({ note })}</Paragraph> : null}
      {mayObject ? <Paragraph>{m.claims_mail_object()}</Paragraph> : null}
      <Action href={link} label={m.claims_mail_button()} orCopy={m.mail_or_copy()} />
    </Layout>
  );
}
