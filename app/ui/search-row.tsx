import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { useFormFollowsAddress } from './use-form-follows-address';

type SearchRowProps = {
  /** Controls elsewhere on the page join in with `form={id}`. */
  id: string;
  label: string;
  button: string;
  action?: string;
  children: ReactNode;
};

/** The search form above a list: fields in a row, the button at the end. The query lives in the address. */
export function SearchRow({ id, label, button, action, children }: SearchRowProps) {
  const form = useFormFollowsAddress();
  return (
    <Form ref={form} id={id} role="search" aria-label={label} method="get" action={action} className="search-row">
      {children}
      <Button kind="primary">{button}</Button>
    </Form>
  );
}
