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

type RemovalFormProps = { group: { slug: string; name: string }; outcome?: { errors: FieldCodes; values: FormValues } };

/** "Please remove us": who asks, where the answer goes, and why. */
export function RemovalForm({ group, outcome }: RemovalFormProps) {
  const labels = { name: m.removal_name(), email: m.removal_email(), reason: m.removal_reason() };
  const errors = errorSentences(outcome?.errors ?? {}, labels);
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    error: errors[name],
    defaultValue: one(outcome?.values, name),
  });
  return (
    <div className="narrow stack-l stack">
      <PageHeading title={m.removal_title({ name: group.name })} lede={m.removal_lede()} />
      <Notice>
        <p>{m.removal_how()}</p>
      </Notice>
      <Form method="post" className="form" noValidate>
        <ErrorSummary errors={errors} title={m.claims_error_title()} />
        <TextField {...field('name')} autoComplete="name" required />
        <TextField
          {...field('email')}
          hint={m.removal_email_hint()}
          type="email"
          autoComplete="email"
          dir="ltr"
          required
        />
        <TextArea {...field('reason')} hint={m.removal_reason_hint()} optional />
        <div className="form-actions">
          <Button kind="primary">{m.removal_send()}</Button>
          <Link to={`/groups/${group.slug}`}>{m.claims_back()}</Link>
        </div>
      </Form>
    </div>
  );
}

/** What happens next, once the form was sent. */
export function RemovalAsked({ email, slug, sendsMail }: { email: string; slug: string; sendsMail: boolean }) {
  return (
    <div className="narrow stack">
      <PageHeading title={m.removal_asked_title()} lede={m.removal_asked_text({ email })} />
      {sendsMail ? null : (
        <Notice kind="warning">
          <p>{m.removal_asked_no_mail()}</p>
        </Notice>
      )}
      <p>
        <Link to={`/groups/${slug}`}>{m.claims_back()}</Link>
      </p>
    </div>
  );
}
