import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';

/** Ten codes for paper, shown once. */
export function CodesPage({ codes, left }: { codes: string[] | undefined; left: number }) {
  return (
    <>
      <PageHeading title={m.security_codes_title()} lede={m.security_codes_lede()} />
      <div className="measure stack">
        {codes ? (
          <>
            <Notice kind="warning" live>
              <p>{m.security_codes_once()}</p>
            </Notice>
            <ul className="code-list">
              {codes.map((code) => (
                <li key={code}>
                  <code>{code}</code>
                </li>
              ))}
            </ul>
            <div className="row">
              <ButtonLink kind="primary" to="/settings/security">
                {m.security_codes_kept()}
              </ButtonLink>
            </div>
          </>
        ) : (
          <Form method="post" className="stack">
            {left > 0 ? <p>{m.security_codes_replace({ count: left })}</p> : null}
            <div className="row">
              <Button kind="primary">{m.security_codes_make()}</Button>
              <Link to="/settings/security">{m.security_back()}</Link>
            </div>
          </Form>
        )}
      </div>
    </>
  );
}
