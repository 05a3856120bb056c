import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import type { WaysToProve } from '../ways-to-prove.server';
import { CodeField } from './code-field';
import { PasskeyButton } from './passkey-button';

interface Again {
  to: string;
  /** Whether a link is on its way. */
  sent: boolean;
  ways: WaysToProve;
  /** A code was refused; with minutes, because of too many tries. */
  refused: { minutes: number } | undefined;
}

function codeHint({ app, codes }: WaysToProve): string {
  if (app && codes) return m.security_code_hint_both();
  return app ? m.security_code_hint_app() : m.security_code_hint_paper();
}

/** Where somebody shows that it is they: after the mail of signing in, and before what matters most. */
export function AgainPage({ to, sent, ways, refused }: Again) {
  const none = !ways.passkey && !ways.app && !ways.codes && !ways.mail;
  return (
    <div className="narrow stack">
      <PageHeading
        title={m.security_again_title()}
        lede={ways.forRoles ? m.security_again_roles() : m.security_again_lede()}
      />
      {refused && refused.minutes > 0 ? (
        <Notice kind="error" live>
          <p>{m.security_again_wait({ minutes: refused.minutes })}</p>
        </Notice>
      ) : null}
      {ways.passkey ? <PasskeyButton kind="prove" to={to} primary /> : null}
      {ways.app || ways.codes ? (
        <Form method="post" className="form" reloadDocument>
          <input type="hidden" name="to" value={to} />
          <CodeField
            label={m.security_code_label()}
            hint={codeHint(ways)}
            error={refused?.minutes === 0 ? m.security_code_wrong() : undefined}
          />
          <div className="form-actions">
            <Button kind={ways.passkey ? 'secondary' : 'primary'}>{m.security_code_button()}</Button>
          </div>
        </Form>
      ) : null}
      {ways.mail && sent ? (
        <Notice kind="success" live>
          <p>{m.security_again_sent({ address: ways.mail })}</p>
        </Notice>
      ) : null}
      {ways.mail && !sent ? <ByMail address={ways.mail} to={to} /> : null}
      {none ? (
        <Notice kind="warning">
          <p>{m.security_again_none()}</p>
        </Notice>
      ) : null}
      <form method="post" action="/sign-out">
        <Button kind="quiet">{m.shell_sign_out()}</Button>
      </form>
    </div>
  );
}

const ByMail = ({ address, to }: { address: string; to: string }) => (
  <Form method="post" action="/sign-in/again/mail" className="form" reloadDocument>
    <input type="hidden" name="to" value={to} />
    <p>{m.security_again_mail({ address })}</p>
    <div className="form-actions">
      <Button kind="primary">{m.auth_send_link()}</Button>
    </div>
  </Form>
);
