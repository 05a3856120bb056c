import type { MetaFunction } from '@remix-run/node';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { PageHeading } from '~/ui/page-heading';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.goodbye_title(), noindex: true });

/** What someone sees who has just deleted themselves. It knows nobody, so that it can be opened by anybody. */
export default function Goodbye() {
  return (
    <div className="narrow stack">
      <PageHeading title={m.goodbye_title()} lede={m.goodbye_lede()} />
      <p>{m.goodbye_text()}</p>
      <ButtonLink to="/">{m.goodbye_link()}</ButtonLink>
    </div>
  );
}
