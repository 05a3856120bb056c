import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';

/** The one tap that opens somebody's contact, and for how many days it is noted. The values are on no page before. */
export const ShowContact = ({ to, of, days }: { to: string; of: 'person' | 'group'; days: number }) => (
  <Form method="post" action={to} className="stack-s stack">
    <p>
      <Button>{m.contact_show()}</Button>
    </p>
    <p className="hint">
      {of === 'person'
        ? m.contact_logged_person({ days: m.contact_days({ count: days }) })
        : m.contact_logged_group({ days: m.contact_days({ count: days }) })}
    </p>
  </Form>
);
