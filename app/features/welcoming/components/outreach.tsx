import { useState } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { useHydrated } from '~/ui/use-hydrated';
import type { JoinPage } from '../join-page.server';

/** A mail to send to somebody from one's own address: to copy, or opened in the reader's mail program. */
export function Outreach({ mail }: { mail: JoinPage['mail'] }) {
  const [copied, setCopied] = useState(false);
  const hydrated = useHydrated();
  const href = `mailto:?subject=${encodeURIComponent(mail.subject)}&body=${encodeURIComponent(mail.text)}`;
  const copy = () => {
    navigator.clipboard.writeText(`${mail.subject}\n\n${mail.text}`).then(
      () => setCopied(true),
      () => document.querySelector<HTMLTextAreaElement>('#outreach')?.select(),
    );
  };
  return (
    <div className="stack measure">
      <p>{m.join_outreach_text()}</p>
      <div className="field">
        <label className="label" htmlFor="outreach">
          {m.join_outreach_label({ subject: mail.subject })}
        </label>
        <textarea
          id="outreach"
          className="input"
          rows={10}
          readOnly
          lang={mail.language}
          dir="auto"
          value={mail.text}
        />
      </div>
      <div className="row">
        <a className="btn" href={href}>
          {m.join_outreach_mailto()}
        </a>
        {hydrated ? (
          <Button type="button" onClick={copy}>
            {m.join_outreach_copy()}
          </Button>
        ) : null}
        <span role="status">{copied ? m.join_outreach_copied() : ''}</span>
      </div>
    </div>
  );
}
