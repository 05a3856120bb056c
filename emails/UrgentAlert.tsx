import { Link } from '@react-email/components';
import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { colors } from './components/look';
import { Paragraph } from './components/parts';

interface UrgentAlertProps {
  network: string;
  title: string;
  text: string;
  settingsLink: string;
  offLink: string;
}

const link = { color: colors.green };

/** What cannot wait for a letter, in the words of those who sent it. */
export default function UrgentAlert({ network, title, text, settingsLink, offLink }: UrgentAlertProps) {
  return (
    <Layout network={network} title={title} preview={text.slice(0, 120)} why={m.notices_alert_why({ network })}>
      {text.split(/\n{2,}/).map((paragraph) => (
        <Paragraph key={paragraph}>{paragraph}</Paragraph>
      ))}
      <Paragraph>
        <Link href={settingsLink} style={link}>
          {m.notices_letter_settings()}
        </Link>
        {' · '}
        <Link href={offLink} style={link}>
          {m.notices_alert_off()}
        </Link>
      </Paragraph>
    </Layout>
  );
}
