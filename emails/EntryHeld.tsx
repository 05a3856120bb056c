import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph } from './components/parts';

interface EntryHeldProps {
  network: string;
  /** Whether they put the hold on themselves. */
  own: boolean;
  locale: 'en' | 'es';
  /** ISO date and time; null for a hold that is lifted by someone. */
  ends: string | null;
  link: string;
}

/** That someone's entry is held for their safety, and where to read why. */
export default function EntryHeld({ network, own, locale, ends, link }: EntryHeldProps) {
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
  const until =
    ends && `${new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, style).format(new Date(ends))} UTC`;
  const who = own ? m.holding_mail_own() : until ? m.holding_mail_alone({ until }) : m.holding_mail_two();
  return (
    <Layout
      network={network}
      title={m.holding_mail_title({ network })}
      preview={m.holding_mail_preview()}
      why={m.pausing_mail_footer({ network })}
    >
      <Paragraph>{who}</Paragraph>
      <Paragraph>{m.holding_mail_means()}</Paragraph>
      <Paragraph>{own ? m.holding_mail_not_you() : m.holding_mail_why()}</Paragraph>
      <Action href={link} label={m.holding_mail_link()} orCopy={m.mail_or_copy()} />
    </Layout>
  );
}
