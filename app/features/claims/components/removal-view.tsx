import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { RadioGroup } from '~/ui/choice-group';
import { DefinitionList } from '~/ui/definition-list';
import { PageHeading } from '~/ui/page-heading';
import { TextArea } from '~/ui/text-field';
import type { RemovalPage } from '../read-removals.server';

/** One wish to be removed, for the operator who answers it. */
export function RemovalView({ removal, error }: { removal: RemovalPage; error?: string }) {
  const facts = [
    { term: m.removal_desk_who(), description: removal.askerName },
    { term: m.removal_desk_address(), description: <bdi>{removal.email}</bdi> },
    ...(removal.reason
      ? [
          {
            term: m.removal_desk_reason(),
            description: (
              <span className="typed" dir="auto">
                {removal.reason}
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <div className="narrow stack-l stack">
      <PageHeading title={m.removal_desk_title({ group: removal.group })} lede={m.removal_desk_lede()}>
        <p>
          {removal.slug ? <Link to={`/groups/${removal.slug}`}>{m.claims_back()}</Link> : null}{' '}
          <Link to="/weaving/claims">{m.claims_desk_back()}</Link>
        </p>
      </PageHeading>
      <DefinitionList items={facts} />
      {removal.state === 'waiting' ? (
        <Form method="post" className="form">
          <RadioGroup
            name="decision"
            legend={m.claims_decide_legend()}
            error={error}
            options={[
              { value: 'yes', label: m.removal_desk_yes() },
              { value: 'no', label: m.removal_desk_no() },
            ]}
          />
          <TextArea name="note" label={m.removal_desk_note()} optional />
          <div className="form-actions">
            <Button kind="primary">{m.removal_desk_send()}</Button>
          </div>
        </Form>
      ) : (
        <p>{m.removal_desk_answered()}</p>
      )}
    </div>
  );
}
