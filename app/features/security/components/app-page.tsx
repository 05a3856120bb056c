import { Form } from '@remix-run/react';
import { CodeField } from '~/auth/components/code-field';
import type { NewApp } from '~/auth/second-factors/totp.server';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { PageHeading } from '~/ui/page-heading';

/** Adds an authenticator app: a picture to scan, or letters to type, and a code that shows it worked. */
export function AppPage({ app, refused }: { app: NewApp; refused: boolean }) {
  return (
    <>
      <PageHeading title={m.security_app_title()} lede={m.security_app_lede()} />
      <div className="measure stack">
        <div
          className="qr"
          role="img"
          aria-label={m.security_app_picture()}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own server from the secret alone
          dangerouslySetInnerHTML={{ __html: app.picture }}
        />
        <p>
          <a href={app.address}>{m.security_app_open()}</a>
        </p>
        <p>
          {m.security_app_by_hand()} <code className="secret">{app.secret.replaceAll(/(.{4})/g, '$1 ').trim()}</code>
        </p>
        <Form method="post" className="form" reloadDocument>
          <CodeField
            label={m.security_app_code()}
            hint={m.security_app_code_hint()}
            error={refused ? m.security_code_wrong() : undefined}
          />
          <div className="form-actions">
            <Button kind="primary">{m.security_app_confirm()}</Button>
          </div>
        </Form>
      </div>
    </>
  );
}
