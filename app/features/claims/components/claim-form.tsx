import { Form, Link } from '@remix-run/react';
import { one } from '~/features/directory/edit-form';
import { errorSentences } from '~/lib/error-sentences';
import type { FieldCodes, FormValues } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { TextArea, TextField } from '~/ui/text-field';
import { claimTitle } from '../claim-words';

type ClaimFormProps = {
  group: { slug: string; name: string; listed: boolean };
  outcome?: { errors: FieldCodes; values: FormValues };
};

/** "This is us": who speaks for a listed group or one that nobody leads, how that can be seen, and what is said in confidence. */
export function ClaimForm({ group, outcome }: ClaimFormProps) {
  const labels = { position: m.claims_position(), evidence: m.claims_evidence(), words: m.claims_words() };
  const errors = errorSentences(outcome?.errors ?? {}, labels);
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    error: errors[name],
    defaultValue: one(outcome?.values, name),
  });
  return (
    <div className="narrow stack-l stack">
      <PageHeading title={claimTitle(group)} lede={group.listed ? m.claims_lede() : m.claims_lead_lede()} />
      <Notice icon="seen" title={m.claims_who_title()}>
        <p>{m.claims_who_text()}</p>
      </Notice>
      <Form method="post" className="form" noValidate>
        <ErrorSummary errors={errors} title={m.claims_error_title()} />
        <TextField {...field('position')} hint={m.claims_position_hint()} required />
        <TextArea {...field('evidence')} hint={m.claims_evidence_hint()} required />
        <TextArea {...field('words')} hint={m.claims_words_hint()} optional />
        <div className="form-actions">
          <Button kind="primary">{group.listed ? m.claims_send() : m.claims_lead_send()}</Button>
          <Link to={`/groups/${group.slug}`}>{m.claims_back()}</Link>
        </div>
      </Form>
    </div>
  );
}
