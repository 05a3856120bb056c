import { z } from 'zod';
import { formOptionalText, formText, parseForm } from '~/lib/forms';
import { askingBrowser } from './asking-browser.server';

const schema = z.object({
  intent: z.literal('code'),
  code: formText({ max: 40 }),
  email: formOptionalText({ max: 300 }),
});

export interface MailedCode {
  /** The address that the page says the mail went to, to be shown again. */
  email: string;
  /** Null for a form that is none of such a page, and in a browser that asked for no mail. */
  typed: { code: string; browserHash: string } | null;
}

/** What was typed into the form for the code of a mail that was read on another device. */
export function readMailedCode(request: Request, form: FormData): MailedCode {
  const read = parseForm(schema, form);
  const browserHash = askingBrowser(request);
  const said = read.ok ? read.data.email : form.get('email');
  return {
    email: typeof said === 'string' ? said.slice(0, 300) : '',
    typed: read.ok && browserHash ? { code: read.data.code, browserHash } : null,
  };
}
