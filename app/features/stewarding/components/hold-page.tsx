import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { TextArea } from '~/ui/text-field';

/** Where people put a safety hold on themselves. */
export function HoldPage({ may, tooLong }: { may: boolean; tooLong: string | undefined }) {
  return (
    <div className="narrow stack">
      <PageHeading title={m.holding_title()} lede={m.holding_lede()} />
      {may ? (
        <Form method="post" className="form">
          <ul>
            <li>{m.holding_point_seen()}</li>
            <li>{m.holding_point_devices()}</li>
            <li>{m.holding_point_stewards()}</li>
            <li>{m.holding_point_back()}</li>
          </ul>
          <TextArea
            name="reason"
            label={m.holding_words()}
            hint={m.holding_words_hint()}
            error={tooLong === undefined ? undefined : m.holding_words_too_long()}
            defaultValue={tooLong}
            maxLength={2000}
          />
          <div className="form-actions">
            <Button kind="danger">{m.holding_button()}</Button>
          </div>
        </Form>
      ) : (
        <Notice kind="info">
          <p>{m.holding_not_needed()}</p>
        </Notice>
      )}
      <p>
        <Link to="/settings/security">{m.security_back()}</Link>
      </p>
    </div>
  );
}
