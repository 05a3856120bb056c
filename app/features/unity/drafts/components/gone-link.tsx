import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { PageHeading } from '~/ui/page-heading';

/** A private link that never was, has expired or was taken back. */
export function GoneLink() {
  return (
    <div className="narrow stack">
      <PageHeading title={m.unity_link_gone_title()} lede={m.unity_link_gone_text()} />
      <p>
        <Link to="/unity">{m.unity_gsig_read()}</Link>
      </p>
    </div>
  );
}
