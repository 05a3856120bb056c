import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from './button';
import { PageHeading } from './page-heading';

type Words = { title: string; text: string };

type OneButtonPageProps = {
  state: 'good' | 'spent' | 'unknown';
  /** Whether the button was pressed just now, and it worked. */
  done: boolean;
  good: Words & { button: string; danger?: boolean };
  thanks: Words;
  children?: ReactNode;
};

/** What a link of a mail leads to: opening it changes nothing, the button does. */
export function OneButtonPage({ state, done, good, thanks, children }: OneButtonPageProps) {
  const words = done
    ? thanks
    : {
        good,
        spent: { title: m.claims_link_spent_title(), text: m.claims_link_spent_text() },
        unknown: { title: m.claims_link_unknown_title(), text: m.claims_link_unknown_text() },
      }[state];
  return (
    <div className="narrow stack">
      <PageHeading title={words.title} lede={words.text} />
      {state === 'good' && !done ? (
        <Form method="post" className="form">
          {children}
          <div className="form-actions">
            <Button kind={good.danger ? 'danger' : 'primary'}>{good.button}</Button>
          </div>
        </Form>
      ) : (
        <p>
          <Link to="/">{m.shell_error_home()}</Link>
        </p>
      )}
    </div>
  );
}
