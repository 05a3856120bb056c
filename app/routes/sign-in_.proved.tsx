import type { MetaFunction } from '@remix-run/node';
import { m } from '~/lib/paraglide/messages.js';
import { PageHeading } from '~/ui/page-heading';

export const meta: MetaFunction = () => [{ title: m.security_proved_title() }, { name: 'robots', content: 'noindex' }];

/** After a proof that was given beside a page with something unsaved on it. */
export default function Proved() {
  return (
    <div className="narrow stack">
      <PageHeading title={m.security_proved_title()} lede={m.security_proved_lede()} />
    </div>
  );
}
