import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Paragraph } from './components/parts';

export interface OutsidePart {
  heading: string;
  words: string;
}

interface ConcernOutsideProps {
  network: string;
  /** Of the person it is for. */
  name: string;
  appeal: boolean;
  /** What was written, in order. */
  parts: OutsidePart[];
  /** Whom it concerns, as it was typed. */
  about: string | null;
  /** Where an answer may go. */
  contact: string | null;
}

const lines = (words: string): [number, string][] =>
  words
    .split(/\n+/)
    .filter(Boolean)
    .map((line, at) => [at, line]);

/** The whole of a concern, or of an appeal, for the trusted person outside the hub: nobody inside keeps it. */
export default function ConcernOutside({ network, name, appeal, parts, about, contact }: ConcernOutsideProps) {
  return (
    <Layout
      network={network}
      title={m.concern_mail_outside_title({ network })}
      preview={m.concern_mail_outside_preview()}
      why={m.concern_mail_outside_why({ network })}
    >
      <Paragraph>{m.concern_mail_outside_hello({ name })}</Paragraph>
      <Paragraph>{appeal ? m.concern_mail_outside_appeal() : m.concern_mail_outside_text()}</Paragraph>
      {parts.map(({ heading, words }, part) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a mail is rendered once
        <div key={part}>
          <Paragraph>
            <strong>{heading}</strong>
          </Paragraph>
          {lines(words).map(([at, line]) => (
            <Paragraph key={at}>{line}</Paragraph>
          ))}
        </div>
      ))}
      {about ? <Paragraph>{m.concern_mail_outside_about({ about })}</Paragraph> : null}
      <Paragraph>
        {contact ? m.concern_mail_outside_contact({ contact }) : m.concern_mail_outside_no_contact()}
      </Paragraph>
      <Paragraph>{m.concern_mail_outside_ask()}</Paragraph>
    </Layout>
  );
}
