import { Form, Link } from '@remix-run/react';
import { EditConflicts } from '~/features/directory/components/edit-conflicts';
import { one } from '~/features/directory/edit-form';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { TextArea, TextField } from '~/ui/text-field';
import { LANGS } from '../edit-fields';
import type { EditJoinPage, EditOutcome } from '../edit-join.server';
import { JOIN_TEXT_NAMES } from '../join-texts';
import { textLabel } from '../text-words';

const mailHint = () => m.join_edit_mail_hint({ network: '{network}', link: '{link}' });
const HINTS = {
  get: m.join_edit_markdown_hint,
  give: m.join_edit_markdown_hint,
  questions: m.join_edit_questions_hint,
  mailSubject: mailHint,
  mailText: mailHint,
};

type EditJoinProps = { page: EditJoinPage; outcome: EditOutcome | undefined; saved: boolean };

/** The texts of the join page, to be written anew by operators. */
export function EditJoin({ page, outcome, saved }: EditJoinProps) {
  const values = outcome?.values ?? page.values;
  const errors = outcome?.errors ?? {};
  return (
    <div className="measure stack-l stack">
      <PageHeading title={m.join_edit_title()} lede={m.join_edit_lede()}>
        <p>
          <Link to="/join">{m.join_edit_see()}</Link>
        </p>
      </PageHeading>
      {saved && !outcome ? (
        <Notice kind="success" live>
          <p>{m.join_edit_saved()}</p>
        </Notice>
      ) : null}
      <Form method="post" className="form" noValidate preventScrollReset>
        <input type="hidden" name="base" value={outcome?.base ?? page.base} />
        {outcome?.kind === 'conflict' ? <EditConflicts conflicts={outcome.conflicts} /> : null}
        <ErrorSummary errors={errors} title={m.setup_error_title()} />
        {JOIN_TEXT_NAMES.flatMap((text) =>
          LANGS.map((lang) => {
            const name = `${text}_${lang}`;
            const field = {
              name,
              lang,
              label: textLabel(text, lang),
              hint: HINTS[text](),
              error: errors[name],
              defaultValue: one(values, name),
            };
            return text === 'mailSubject' ? (
              <TextField key={name} {...field} />
            ) : (
              <TextArea key={name} {...field} rows={8} />
            );
          }),
        )}
        <div className="form-actions">
          <Button kind="primary">{m.join_edit_save()}</Button>
        </div>
      </Form>
    </div>
  );
}
