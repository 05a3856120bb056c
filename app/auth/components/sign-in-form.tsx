import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { TextField } from '~/ui/text-field';

type Result = { kind: 'invalid'; email: string; code: string } | { kind: 'limited'; email: string; minutes: number };

function emailError(result: Result | undefined): string | undefined {
  if (result?.kind !== 'invalid') return undefined;
  return result.code === 'required' ? m.auth_email_required() : m.auth_email_invalid();
}

/** Asks for the address that the sign-in link goes to. */
export function SignInForm({ to, sendsMail, result }: { to: string; sendsMail: boolean; result: Result | undefined }) {
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
        <TextField
          name="email"
          type="email"
          dir="ltr"
          label={m.auth_email_label()}
          hint={m.auth_email_hint()}
          error={emailError(result)}
          defaultValue={result?.email}
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={254}
        />
        <div className="form-actions">
          <Button kind="primary">{m.auth_send_link()}</Button>
        </div>
      </Form>
    </div>
  );
}

/** What to do next. It reads the same whether or not an account has the address. */
export function AskedForLink({ email, sendsMail, to }: { email: string; sendsMail: boolean; to: string }) {
  return (
    <div className="narrow stack">
      <PageHeading title={sendsMail ? m.auth_sent_title() : m.auth_asked_title()} />
      <Notice kind="success" live>
        <p>{sendsMail ? m.auth_sent_text({ email }) : m.auth_asked_text({ email })}</p>
      </Notice>
      {sendsMail ? <p>{m.auth_sent_patience()}</p> : null}
      <div className="row">
        <ButtonLink to={to ? `/sign-in?to=${encodeURIComponent(to)}` : '/sign-in'} reloadDocument>
          {m.auth_again()}
        </ButtonLink>
      </div>
    </div>
  );
}
