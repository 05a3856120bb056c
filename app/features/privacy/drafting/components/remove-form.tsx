import { Form } from '@remix-run/react';
import { Button } from '~/ui/button';

type RemoveFormProps = { part: 'category' | 'recipient'; name: string; base: string; children: string };

/** Takes a category or a recipient out of the draft. */
export const RemoveForm = ({ part, name, base, children }: RemoveFormProps) => (
  <Form method="post" action={`?${part}=${name}`} preventScrollReset>
    <input type="hidden" name="name" value={name} />
    <input type="hidden" name="base" value={base} />
    <Button kind="quiet" small name="intent" value={`remove-${part}`}>
      {children}
    </Button>
  </Form>
);
