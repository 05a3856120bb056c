import { inLocale } from '~/lib/messages/locale.server';
import type { Letter } from './deliver.server';
import type { Mail } from './registry.server';

/** The letter in its recipient's language, with a plain text twin. The same mail always gives the same bytes. */
export async function renderLetter(mail: Mail): Promise<Letter> {
  const { render } = await import('@react-email/render');
  return inLocale(mail.locale, async () => {
    const element = mail.element();
    const [html, text] = await Promise.all([render(element), render(element, { plainText: true })]);
    return { to: mail.to, subject: mail.subject(), html, text, ...(mail.headers && { headers: mail.headers }) };
  });
}
