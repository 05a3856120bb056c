import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { EmailField } from './email-field';
import { MailedCodeForm } from './mailed-code-form';
import { PasskeyButton } from './passkey-button';

type Refused = { kind: 'invalid'; email: string; code: string } | { kind: 'limited'; email: string; minutes: number };
export type SignInResult = Refused | { kind: 'asked'; email: string } | { kind: 'wrong_code'; email: string };

function emailError(result: Refused | undefined): string | undefined {
  if (result?.kind !== 'invalid') return undefined;
  return result.code === 'required' ? m.auth_email_required() : m.auth_email_invalid();
}

/** Asks for the address that the sign-in link goes to. */
export function SignInForm({ to, sendsMail, result }: { to: string; sendsMail: boolean; result: Refused | undefined }) {
  return (
    <div className="narrow stack">
      <PageHeading title={m.auth_sign_in_title()} lede={m.auth_sign_in_lede()} />
      {result?.kind === 'limited' ? (
        <Notice kind="error" live>
          <p>{m.auth_too_many({ minutes: result.minutes })}</p>
        </Notice>
      ) : null}
      {sendsMail ? null : (
        <Notice kind="warning" title={m.auth_no_mail_title()}>
          <p>{m.auth_no_mail_text()}</p>
        </Notice>
      )}
      <Form method="post" className="form" noValidate>
        {to ? <input type="hidden" name="to" value={to} /> : null}
        <EmailField
          label={m.auth_email_label()}
          hint={m.auth_email_hint()}
          error={emailError(result)}
          defaultValue={result?.email}
        />
        <div className="form-actions">
          <Button kind="primary">{m.auth_send_link()}</Button>
        </div>
      </Form>
      <PasskeyButton kind="sign-in" to={to} />
    </div>
  );
}

interface Asked {
  email: string;
  /** Whether a code was typed that does not fit. */
  wrong: boolean;
  sendsMail: boolean;
  to: string;
}

/** What to do next. It reads the same whether or not an account has the address. */
export function AskedForLink({ email, wrong, sendsMail, to }: Asked) {
  return (
    <div className="narrow stack">
      <PageHeading title={sendsMail ? m.auth_sent_title() : m.auth_asked_title()} />
      {wrong ? null : (
        <Notice kind="success" live>
          <p>{sendsMail ? m.auth_sent_text({ email }) : m.auth_asked_text({ email })}</p>
        </Notice>
      )}
      {sendsMail ? <MailedCodeForm email={email} wrong={wrong} button={m.auth_code_button()} /> : null}
      {sendsMail ? <p>{m.auth_sent_patience()}</p> : null}
      <div className="row">
        <ButtonLink to={to ? `/sign-in?to=${encodeURIComponent(to)}` : '/sign-in'} reloadDocument>
          {m.auth_again()}
        </ButtonLink>
      </div>
    </div>
  );
}
