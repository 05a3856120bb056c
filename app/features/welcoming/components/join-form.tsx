import { Form, Link } from '@remix-run/react';
import { EmailField } from '~/auth/components/email-field';
import { one } from '~/features/directory/edit-form';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { CheckboxGroup } from '~/ui/choice-group';
import { ErrorSummary } from '~/ui/error-summary';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { SubNav } from '~/ui/sub-nav';
import { TextArea, TextField } from '~/ui/text-field';
import { UNANSWERED_KEPT_DAYS, UNOPENED_KEPT_DAYS } from '../kept';
import type { JoinOutcome } from '../submit-join.server';

export type Refused = Exclude<JoinOutcome, { kind: 'asked' | 'wrong_code' }>;
type JoinFormProps = { kind: 'person' | 'group'; sendsMail: boolean; outcome: Refused | undefined };

/** The form of somebody who asks to join, as a person or with their group. */
export function JoinForm({ kind, sendsMail, outcome }: JoinFormProps) {
  const errors = outcome?.kind === 'invalid' ? outcome.errors : {};
  const field = (name: string) => ({ name, error: errors[name], defaultValue: one(outcome?.values, name) });
  return (
    <div className="stack measure">
      <SubNav
        label={m.join_as()}
        currentPath={kind === 'group' ? '/join?as=group#form' : '/join#form'}
        items={[
          { to: '/join#form', label: m.join_as_person() },
          { to: '/join?as=group#form', label: m.join_as_group() },
        ]}
      />
      {sendsMail ? null : (
        <Notice kind="warning" title={m.auth_no_mail_title()}>
          <p>{m.auth_no_mail_text()}</p>
        </Notice>
      )}
      {outcome?.kind === 'limited' ? (
        <Notice kind="error" live>
          <p>{m.auth_too_many({ minutes: Math.ceil(outcome.seconds / 60) })}</p>
        </Notice>
      ) : null}
      <Form key={kind} method="post" className="form" noValidate>
        <ErrorSummary errors={errors} title={m.claims_error_title()} />
        <input type="hidden" name="kind" value={kind} />
        {outcome?.kind === 'namesake' ? <SameName group={outcome.group} /> : null}
        {kind === 'group' ? (
          <>
            <TextField {...field('groupName')} label={m.join_group_name()} hint={m.join_group_name_hint()} required />
            <TextArea {...field('groupAbout')} label={m.join_group_about()} hint={m.join_group_about_hint()} required />
            <TextField
              {...field('groupWebsite')}
              label={m.join_group_website()}
              hint={m.join_group_website_hint()}
              type="url"
              inputMode="url"
              dir="ltr"
              optional
            />
          </>
        ) : null}
        <TextField {...field('name')} label={m.join_name()} hint={m.join_name_hint()} autoComplete="name" required />
        <EmailField {...field('email')} label={m.join_email()} hint={m.join_email_hint()} />
        <TextArea {...field('why')} label={m.join_why()} hint={m.join_why_hint()} optional />
        <TextField {...field('toldBy')} label={m.join_told_by()} hint={m.join_told_by_hint()} optional />
        <p className="hint">{m.join_kept({ unopened: UNOPENED_KEPT_DAYS, unanswered: UNANSWERED_KEPT_DAYS })}</p>
        <div className="form-actions">
          <Button kind="primary" name="intent" value="apply">
            {kind === 'group' ? m.join_send_group() : m.join_send()}
          </Button>
          <Link to="/privacy">{m.join_policy()}</Link>
        </div>
      </Form>
    </div>
  );
}

/** A group of this name is here, as everybody can see. */
function SameName({ group }: { group: Extract<JoinOutcome, { kind: 'namesake' }>['group'] }) {
  const listed = group.standing === 'listed';
  return (
    <Notice kind="warning" live title={m.join_namesake_title()}>
      <div className="stack">
        <p>
          <Link to={`/groups/${group.slug}`}>
            <Name>{group.name}</Name>
          </Link>
        </p>
        <p>{listed ? m.join_namesake_listed() : m.join_namesake_member()}</p>
        <CheckboxGroup
          name="another"
          legend={m.join_namesake_legend()}
          legendHidden
          options={[{ value: 'on', label: m.join_namesake_another() }]}
        />
      </div>
    </Notice>
  );
}
