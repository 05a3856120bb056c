import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';

/** The way not to meet somebody any more, with what it does and what it cannot do. */
export const BlockPerson = ({ handle }: { handle: string }) => (
  <details>
    <summary>{m.contact_block_summary()}</summary>
    <Form method="post" action={`/people/${handle}/block`} className="stack-s stack">
      <p>{m.contact_block_text()}</p>
      <p className="hint">{m.contact_block_limits()}</p>
      <p>
        <Button kind="danger">{m.contact_block()}</Button>
      </p>
    </Form>
  </details>
);
