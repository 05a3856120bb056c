import { Body, Container, Head, Heading, Hr, Html, Preview, Section, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import { m } from '../../app/lib/paraglide/messages.js';
import { getLocale } from '../../app/lib/paraglide/runtime.js';
import { colors, sans, serif } from './look';

/** The frame of every mail: the network's name, a heading, the text, and why it came. */
export function Layout({
  network,
  title,
  preview,
  why,
  children,
}: {
  network: string;
  title: string;
  preview: string;
  /** Why it came; that someone typed the address on the sign-in page unless said. */
  why?: string;
  children: ReactNode;
}) {
  return (
    <Html lang={getLocale()} dir="ltr">
      <Head />
      <Preview>{preview}</Preview>
      <Body style={{ margin: 0, backgroundColor: colors.paper, color: colors.ink, fontFamily: sans }}>
        <Container style={{ maxWidth: '34rem', margin: '0 auto', padding: '2rem 1.25rem' }}>
          <Text style={{ margin: '0 0 1.5rem', color: colors.green, fontFamily: serif, fontSize: '1.125rem' }}>
            {network}
          </Text>
          <Section
            style={{
              padding: '1.75rem 1.5rem',
              backgroundColor: colors.card,
              border: `1px solid ${colors.line}`,
              borderRadius: '0.5rem',
            }}
          >
            <Heading
              as="h1"
              style={{ margin: '0 0 1rem', fontFamily: serif, fontSize: '1.625rem', fontWeight: 500, lineHeight: 1.2 }}
            >
              {title}
            </Heading>
            {children}
          </Section>
          <Hr style={{ margin: '1.5rem 0 1rem', border: 0, borderTop: `1px solid ${colors.line}` }} />
          <Text style={{ margin: 0, color: colors.inkSoft, fontSize: '0.875rem', lineHeight: 1.5 }}>
            {why ?? m.mail_footer({ network })}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
