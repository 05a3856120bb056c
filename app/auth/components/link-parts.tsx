import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';

/** The one button of what a mailed link leads to. */
export const LinkButton = ({ intent, label }: { intent: string; label: string }) => (
  // Without `reloadDocument` the page would stay in the old session's language and header.
  <Form method="post" reloadDocument>
    <Button kind="primary" name="intent" value={intent}>
      {label}
    </Button>
  </Form>
);

interface LinkRenewedProps {
  result: { kind: string; minutes: number } | undefined;
  sendsMail: boolean;
}

/** What became of the wish for a new link; nothing for any other result. */
export function LinkRenewed({ result, sendsMail }: LinkRenewedProps) {
  if (result?.kind === 'limited')
    return (
      <Notice kind="error" live>
        <p>{m.auth_too_many({ minutes: result.minutes })}</p>
      </Notice>
    );
  if (result?.kind !== 'renewed') return null;
  return (
    <Notice kind="success" live>
      <p>{sendsMail ? m.auth_renewed_text() : m.auth_renewed_no_mail()}</p>
    </Notice>
  );
}
