import { Form, Link } from '@remix-run/react';
import { EmailField } from '~/auth/components/email-field';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';

export type AddressSaid =
  | { kind: 'invalid'; email: string }
  | { kind: 'limited'; hours: number }
  | { kind: 'asked'; email: string };

interface Props {
  /** The present address, masked. */
  address: string;
  sendsMail: boolean;
  said: AddressSaid | undefined;
}

/** Asks for another address to sign in with. */
export function AddressPage({ address, sendsMail, said }: Props) {
  return (
    <div className="narrow stack">
      <PageHeading title={m.address_title()} lede={m.address_lede({ address })} />
      {sendsMail ? null : (
        <Notice kind="warning" title={m.auth_no_mail_title()}>
          <p>{m.address_no_mail()}</p>
        </Notice>
      )}
      {said?.kind === 'limited' ? (
        <Notice kind="error" live>
          <p>{m.address_too_many()}</p>
        </Notice>
      ) : null}
      {said?.kind === 'asked' ? (
        <Notice kind="success" live>
          <p>{m.address_asked({ email: said.email })}</p>
        </Notice>
      ) : (
        <Form method="post" className="form" noValidate>
          <EmailField
            label={m.address_label()}
            hint={m.address_hint()}
            error={said?.kind === 'invalid' ? m.auth_email_invalid() : undefined}
            defaultValue={said?.kind === 'invalid' ? said.email : undefined}
          />
          <div className="form-actions">
            <Button kind="primary">{m.address_button()}</Button>
          </div>
        </Form>
      )}
      <p>
        <Link to="/settings/security">{m.security_back()}</Link>
      </p>
    </div>
  );
}
