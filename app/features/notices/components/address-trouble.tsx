import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import type { AddressTrouble } from '../mail-trouble.server';

/** For whoever no notices go to any more, because their address does not take mail or they complained of it. */
export function AddressTroubleNotice({ trouble }: { trouble: AddressTrouble | null }) {
  if (!trouble) return null;
  const bounced = trouble === 'bounced';
  return (
    <Notice kind="warning" title={bounced ? m.notices_bounced_title() : m.notices_complained_title()}>
      <div className="stack">
        <p>{bounced ? m.notices_bounced_text() : m.notices_complained_text()}</p>
        <Form method="post" action="/settings/notices" className="row">
          {bounced ? <ButtonLink to="/settings/security/address">{m.notices_bounced_change()}</ButtonLink> : null}
          <Button name="intent" value="mended">
            {bounced ? m.notices_bounced_mended() : m.notices_complained_mended()}
          </Button>
        </Form>
      </div>
    </Notice>
  );
}
