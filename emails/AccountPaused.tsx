import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { Action, Paragraph, Paragraphs } from './components/parts';

interface AccountPausedProps {
  network: string;
  /** In the words of the steward who asked. */
  reason: string;
  locale: 'en' | 'es';
  /** ISO date and time; null for a pause that holds until a steward lifts it. */
  ends: string | null;
  link: string;
}

/** That an account is paused, why, for how long, and how to object. */
export default function AccountPaused({ network, reason, locale, ends, link }: AccountPausedProps) {
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
  const until =
    ends && `${new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, style).format(new Date(ends))} UTC`;
  return (
    <Layout
      network={network}
      title={m.pausing_mail_title({ network })}
      preview={m.pausing_mail_preview()}
      why={m.pausing_mail_footer({ network })}
    >
      <Paragraph>{until ? m.pausing_mail_alone({ until }) : m.pausing_mail_two()}</Paragraph>
      <Paragraph>{m.pausing_mail_reason()}</Paragraph>
      <Paragraphs text={reason} />
      <Paragraph>{m.pausing_mail_object()}</Paragraph>
      <Action href={link} label={m.pausing_mail_link()} orCopy={m.mail_or_copy()} />
    </Layout>
  );
}
