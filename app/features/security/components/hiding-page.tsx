import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { PageHeading } from '~/ui/page-heading';
import { Hiding } from './hiding';

/** What every page of a signed-in person leads to: one press, and they are away. */
export const HidingPage = ({ hidden }: { hidden: boolean }) => (
  <div className="narrow stack">
    <PageHeading title={m.security_hiding_title()} />
    <Hiding hidden={hidden} />
    {hidden ? null : (
      <p>
        <Link to="/home">{m.choices_hide_other()}</Link>
      </p>
    )}
  </div>
);
