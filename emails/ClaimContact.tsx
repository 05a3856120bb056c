import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph } from './components/parts';

type ClaimContactProps = {
  network: string;
  group: string;
  person: string;
  position: string | null;
  evidence: string | null;
  date: string;
  link: string;
};

/** Tells a listed group's own address that someone says they speak for it, and how to object. */
export default function ClaimContact({ network, group, person, position, evidence, date, link }: ClaimContactProps) {
  return (
    <Layout
      network={network}
      title={m.claims_contact_title({ group })}
      preview={m.claims_contact_preview()}
      why={m.claims_contact_why({ network, group })}
    >
      <Paragraph>{m.claims_contact_text({ network, group, person })}</Paragraph>
      {position ? <Paragraph>{m.claims_contact_position({ position })}</Paragraph> : null}
      {evidence ? <Paragraph>{m.claims_contact_evidence({ evidence })}</Paragraph> : null}
      <Paragraph>{m.claims_contact_right({ date })}</Paragraph>
      <Paragraph>{m.claims_contact_wrong()}</Paragraph>
      <Action href={link} label={m.claims_contact_button()} orCopy={m.mail_or_copy()} />
    </Layout>
  );
}
