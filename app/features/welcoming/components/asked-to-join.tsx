import { Form } from '@remix-run/react';
import { CodeField } from '~/auth/components/code-field';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';

type AskedToJoinProps = { email: string; wrong: boolean; sendsMail: boolean; kind: 'person' | 'group' };

/** What to do next. It reads the same whether or not an account has the address. */
export function AskedToJoin({ email, wrong, sendsMail, kind }: AskedToJoinProps) {
  return (
    <div className="narrow stack">
      <PageHeading title={sendsMail ? m.join_asked_title() : m.auth_asked_title()} />
      {wrong ? null : (
        <Notice kind="success" live>
          <p>{sendsMail ? m.join_asked_text({ email }) : m.join_asked_no_mail({ email })}</p>
        </Notice>
      )}
      {sendsMail ? (
        <>
          <p>{m.join_asked_known()}</p>
          <Form method="post" className="form" reloadDocument>
            <input type="hidden" name="email" value={email} />
            <CodeField
              label={m.auth_code_label()}
              hint={m.auth_code_hint()}
              error={wrong ? m.auth_code_wrong() : undefined}
            />
            <div className="form-actions">
              <Button name="intent" value="code">
                {m.join_code_button()}
              </Button>
            </div>
          </Form>
          <p>{m.auth_sent_patience()}</p>
        </>
      ) : null}
      <div className="row">
        <ButtonLink to={kind === 'group' ? '/join?as=group' : '/join'} reloadDocument>
          {m.join_again()}
        </ButtonLink>
      </div>
    </div>
  );
}
