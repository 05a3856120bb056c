import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { RadioGroup } from '~/ui/choice-group';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Setting } from '~/ui/setting';

/** Which mails one gets besides those one asked for. */
export function NoticesPage({ wanted, justSaved }: { wanted: boolean; justSaved: boolean }) {
  return (
    <>
      <PageHeading title={m.freshness_notices_title()} lede={m.freshness_notices_lede()} />
      {justSaved ? (
        <Notice kind="success" live>
          <p>{m.freshness_notices_saved()}</p>
        </Notice>
      ) : null}
      <Form key={String(wanted)} method="post" className="settings">
        <Setting title={m.freshness_notices_yearly()} sentence={m.freshness_notices_yearly_text()}>
          <RadioGroup
            name="reminder"
            legend={m.freshness_notices_yearly()}
            legendHidden
            chosen={wanted ? 'yes' : 'no'}
            options={[
              { value: 'yes', label: m.freshness_notices_yes() },
              { value: 'no', label: m.freshness_notices_no() },
            ]}
          />
        </Setting>
        <div className="form-actions">
          <Button kind="primary">{m.freshness_notices_save()}</Button>
        </div>
      </Form>
    </>
  );
}
