import { Button, Link, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import { colors } from './look';

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={{ margin: '0 0 1rem', fontSize: '1rem', lineHeight: 1.55 }}>{children}</Text>;
}

/** Typed text, a paragraph for each of its lines. */
export function Paragraphs({ text }: { text: string }) {
  const lines = text.split(/\n+/).filter(Boolean);
  return (
    <>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text never change place
        <Paragraph key={index}>{line}</Paragraph>
      ))}
    </>
  );
}

/** The one thing to do, as a button, and as an address for programs that show no buttons. */
export function Action({ href, label, orCopy }: { href: string; label: string; orCopy: string }) {
  return (
    <>
      <Button
        data-skip-in-text="true"
        href={href}
        style={{
          padding: '0.8rem 1.4rem',
          borderRadius: '0.375rem',
          backgroundColor: colors.green,
          color: colors.onGreen,
          fontSize: '1rem',
          fontWeight: 700,
        }}
      >
        {label}
      </Button>
      <Text
        style={{
          margin: '1.25rem 0 1rem',
          color: colors.inkSoft,
          fontSize: '0.875rem',
          lineHeight: 1.5,
        }}
      >
        {orCopy}
        <br />
        <Link href={href} style={{ color: colors.green, wordBreak: 'break-all' }}>
          {href}
        </Link>
      </Text>
    </>
  );
}

/** The other thing to do, which nobody is urged to. */
export function Quiet({ href, label }: { href: string; label: string }) {
  return (
    <Text style={{ margin: '0 0 1rem', fontSize: '1rem' }}>
      <Link href={href} style={{ color: colors.green }}>
        {label}
      </Link>
    </Text>
  );
}
