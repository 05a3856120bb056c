import { Link } from '@react-email/components';
import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { colors } from './components/look';
import { Action, Paragraph } from './components/parts';

type YearlyReminderProps = { network: string; groups: string | null; link: string; offLink: string };

/** Once a year: is everything still right? */
export default function YearlyReminder({ network, groups, link, offLink }: YearlyReminderProps) {
  return (
    <Layout
      network={network}
      title={m.freshness_mail_title({ network })}
      preview={m.freshness_mail_preview()}
      why={m.freshness_mail_why({ network })}
    >
      <Paragraph>{m.freshness_mail_text({ network })}</Paragraph>
      {groups ? <Paragraph>{m.freshness_mail_groups({ groups })}</Paragraph> : null}
      <Action href={link} label={m.freshness_mail_button()} orCopy={m.mail_or_copy()} />
      <Paragraph>
        {m.freshness_mail_off()}{' '}
        <Link href={offLink} style={{ color: colors.green }}>
          {m.freshness_mail_off_link()}
        </Link>
      </Paragraph>
    </Layout>
  );
}
