import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';

/** The one tap that opens somebody's contact, and what it leaves behind. The values are on no page before. */
export const ShowContact = ({ to, of }: { to: string; of: 'person' | 'group' }) => (
  <Form method="post" action={to} className="stack-s stack">
    <p>
      <Button>{m.contact_show()}</Button>
    </p>
    <p className="hint">{of === 'person' ? m.contact_logged_person() : m.contact_logged_group()}</p>
  </Form>
);
