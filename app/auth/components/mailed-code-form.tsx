import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { CodeField } from './code-field';

interface MailedCode {
  email: string;
  /** Whether a code was typed that does not fit. */
  wrong: boolean;
  button: string;
}

/** Takes the code of a mail that is read on another device than the one that asked. */
export const MailedCodeForm = ({ email, wrong, button }: MailedCode) => (
  <Form method="post" className="form" reloadDocument>
    <input type="hidden" name="email" value={email} />
    <CodeField label={m.auth_code_label()} hint={m.auth_code_hint()} error={wrong ? m.auth_code_wrong() : undefined} />
    <div className="form-actions">
      <Button name="intent" value="code">
        {button}
      </Button>
    </div>
  </Form>
);
