import type { MetaFunction } from '@remix-run/node';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { PageHeading } from '~/ui/page-heading';

export const meta: MetaFunction = () => [{ title: m.security_gone_title() }, { name: 'robots', content: 'noindex' }];

/** After someone hid themselves: what that means, and the way back. */
export default function Hidden() {
  return (
    <div className="narrow stack">
      <PageHeading title={m.security_gone_title()} lede={m.security_gone_lede()} />
      <ul>
        <li>{m.security_gone_seen()}</li>
        <li>{m.security_gone_devices()}</li>
        <li>{m.security_gone_back()}</li>
      </ul>
      <div className="row">
        <ButtonLink to="/sign-in?to=%2Fsettings%2Fsecurity">{m.shell_sign_in()}</ButtonLink>
      </div>
    </div>
  );
}
