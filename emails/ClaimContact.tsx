import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph } from './components/parts';

type ClaimContactProps = {
  network: string;
  group: string;
  /** Whether the group is only listed; otherwise it is a member that nobody leads. */
  listed: boolean;
  person: string;
  position: string | null;
  evidence: string | null;
  date: string;
  link: string;
};

/** Tells a group's own address that someone says they speak for it, and how to object. */
export default function ClaimContact(props: ClaimContactProps) {
  const { network, group, listed, person, position, evidence, date, link } = props;
  const words = { network, group, person };
  return (
    <Layout
      network={network}
      title={m.claims_contact_title({ group })}
      preview={m.claims_contact_preview()}
      why={listed ? m.claims_contact_why(words) : m.claims_contact_why_member(words)}
    >
      <Paragraph>{listed ? m.claims_contact_text(words) : m.claims_contact_text_member(words)}</Paragraph>
      {position ? <Paragraph>{m.claims_contact_position({ position })}</Paragraph> : null}
      {evidence ? <Paragraph>{m.claims_contact_evidence({ evidence })}</Paragraph> : null}
      <Paragraph>{m.claims_contact_right({ date })}</Paragraph>
      <Paragraph>{m.claims_contact_wrong()}</Paragraph>
      <Action href={link} label={m.claims_contact_button()} orCopy={m.mail_or_copy()} />
    </Layout>
  );
}
