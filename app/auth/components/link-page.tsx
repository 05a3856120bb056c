import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';

type State = 'good' | 'elsewhere' | 'spent' | 'unknown';
type Result = { kind: 'renewed' | 'limited' | 'spent'; minutes: number };

function OneButton({ intent, label }: { intent: 'sign-in' | 'renew'; label: string }) {
  // Without `reloadDocument` the page would stay in the old session's language and header.
  return (
    <Form method="post" reloadDocument>
      <Button kind="primary" name="intent" value={intent}>
        {label}
      </Button>
    </Form>
  );
}

function Said({ result, sendsMail }: { result: Result | undefined; sendsMail: boolean }) {
  if (result?.kind === 'limited')
    return (
      <Notice kind="error" live>
        <p>{m.auth_too_many({ minutes: result.minutes })}</p>
      </Notice>
    );
  if (result?.kind === 'renewed')
    return (
      <Notice kind="success" live>
        <p>{sendsMail ? m.auth_renewed_text() : m.auth_renewed_no_mail()}</p>
      </Notice>
    );
  return null;
}

/** What a sign-in link leads to: one button while it is good, otherwise the way to a new one. */
export function LinkPage({
  state,
  sendsMail,
  result,
}: {
  state: State;
  sendsMail: boolean;
  result: Result | undefined;
}) {
  if (state === 'good')
    return (
      <div className="narrow stack">
        <PageHeading title={m.auth_confirm_title()} lede={m.auth_confirm_text()} />
        <OneButton intent="sign-in" label={m.auth_confirm_button()} />
      </div>
    );
  if (state === 'elsewhere')
    return (
      <div className="narrow stack">
        <PageHeading title={m.auth_elsewhere_title()} lede={m.auth_elsewhere_text()} />
        <Said result={result} sendsMail={sendsMail} />
        {result?.kind === 'renewed' ? null : <OneButton intent="renew" label={m.auth_elsewhere_button()} />}
      </div>
    );
  const spent = state === 'spent';
  return (
    <div className="narrow stack">
      <PageHeading
        title={spent ? m.auth_spent_title() : m.auth_unknown_title()}
        lede={spent ? m.auth_spent_text() : m.auth_unknown_text()}
      />
      <Said result={result} sendsMail={sendsMail} />
      {spent && result?.kind !== 'renewed' ? (
        <OneButton intent="renew" label={m.auth_spent_button()} />
      ) : (
        <ButtonLink to="/sign-in">{m.auth_to_sign_in()}</ButtonLink>
      )}
    </div>
  );
}
