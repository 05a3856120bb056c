import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';

/** Away from everyone's eyes and signed out everywhere by one button, and back. */
export function Hiding({ hidden }: { hidden: boolean }) {
  if (hidden)
    return (
      <div className="stack">
        <Notice kind="info" title={m.security_hidden_title()}>
          <p>{m.security_hidden_text()}</p>
        </Notice>
        <Form method="post" action="/settings/security/showing">
          <Button>{m.security_show_button()}</Button>
        </Form>
      </div>
    );
  // With `reloadDocument`, so that the page after it knows that nobody is signed in.
  return (
    <div className="stack">
      <Form method="post" action="/settings/security/hiding" className="stack" reloadDocument>
        <p>{m.security_hiding_text()}</p>
        <div className="row">
          <Button kind="danger">{m.security_hiding_button()}</Button>
        </div>
      </Form>
      <p>
        {m.holding_from_security()} <Link to="/settings/security/hold">{m.holding_title()}</Link>
      </p>
    </div>
  );
}
