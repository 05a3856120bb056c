import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { PageHeading } from '~/ui/page-heading';

/** Where the link at the end of a mail leads. Opening it changes nothing, and it says of no link whose it is. */
export function UnsubscribePage({ done }: { done: boolean }) {
  return (
    <div className="narrow stack">
      <PageHeading
        title={done ? m.notices_ended_title() : m.notices_end_title()}
        lede={done ? m.notices_ended_text() : m.notices_end_text()}
      />
      {done ? null : (
        <Form method="post" className="form">
          <div className="form-actions">
            <Button kind="primary" name="scope" value="this">
              {m.notices_end_this()}
            </Button>
            <Button name="scope" value="all">
              {m.notices_end_all()}
            </Button>
          </div>
        </Form>
      )}
      <p>
        <Link to="/settings/notices">{m.notices_end_settings()}</Link>
      </p>
    </div>
  );
}
