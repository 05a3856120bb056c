import { m } from '~/lib/paraglide/messages.js';

/** What a code of the mail service means for whoever runs the hub. */
export function reasonSentence(code: string): string {
  if (/^40[13] |invalid_from_address/.test(code)) return m.mail_reason_key({ code });
  if (/^429 /.test(code)) return m.mail_reason_limit({ code });
  if (/^4\d\d /.test(code)) return m.mail_reason_refused({ code });
  if (/^5\d\d |^no answer/.test(code)) return m.mail_reason_down({ code });
  return m.mail_reason_other({ code });
}
