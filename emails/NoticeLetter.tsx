import { Heading, Link, Text } from '@react-email/components';
import { m } from '../app/lib/paraglide/messages.js';
import { Layout } from './components/Layout';
import { colors, serif } from './components/look';
import { Paragraph } from './components/parts';

interface NoticeLetterProps {
  network: string;
  /** Links are whole addresses. */
  sections: { title: string; items: { title: string; detail: string | null; path: string }[] }[];
  weekly: boolean;
  settingsLink: string;
  offLink: string;
}

const link = { color: colors.green };

/** What is new, topic by topic: names and where to read on. */
export default function NoticeLetter({ network, sections, weekly, settingsLink, offLink }: NoticeLetterProps) {
  return (
    <Layout
      network={network}
      title={m.notices_letter_title()}
      preview={sections.map(({ title }) => title).join(' · ')}
      why={weekly ? m.notices_letter_why({ network }) : m.notices_letter_why_at_once({ network })}
    >
      {sections.map(({ title, items }) => (
        <div key={title}>
          <Heading
            as="h2"
            style={{ margin: '1.25rem 0 0.5rem', fontFamily: serif, fontSize: '1.25rem', fontWeight: 500 }}
          >
            {title}
          </Heading>
          {items.map((item) => (
            <Text key={item.path} style={{ margin: '0 0 0.75rem', fontSize: '1rem', lineHeight: 1.5 }}>
              <Link href={item.path} style={{ ...link, fontWeight: 700 }}>
                <bdi>{item.title}</bdi>
              </Link>
              {item.detail ? (
                <>
                  <br />
                  <span style={{ color: colors.inkSoft }}>{item.detail}</span>
                </>
              ) : null}
            </Text>
          ))}
        </div>
      ))}
      <Paragraph>
        <Link href={settingsLink} style={link}>
          {m.notices_letter_settings()}
        </Link>
        {' · '}
        <Link href={offLink} style={link}>
          {weekly ? m.notices_letter_off() : m.notices_letter_off_at_once()}
        </Link>
      </Paragraph>
    </Layout>
  );
}
