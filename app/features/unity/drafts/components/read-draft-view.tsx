import { Form } from '@remix-run/react';
import { one } from '~/features/directory/edit-form';
import type { FieldCodes, FormValues } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { TextArea, TextField } from '~/ui/text-field';
import { Changes } from '../../components/changes';
import { StatementProse } from '../../components/statement-prose';
import { errorTexts } from '../comment-errors';
import type { ReadDraft } from '../read-draft.server';
import { CommentList } from './comment-list';

export type CommentOutcome = { errors: FieldCodes; values: FormValues } | { refused: string; values: FormValues };

type ReadDraftViewProps = { draft: ReadDraft; outside: boolean; sent: boolean; outcome?: CommentOutcome | undefined };

/** A draft for those it was sent to: its text, what others say, and a form for their own comment. */
export function ReadDraftView({ draft, outside, sent, outcome }: ReadDraftViewProps) {
  return (
    <>
      <PageHeading
        eyebrow={m.unity_draft_eyebrow()}
        title={<span lang={draft.titleLanguage}>{draft.title || m.unity_draft_untitled()}</span>}
        lede={outside ? m.unity_read_outside() : m.unity_read_group()}
      />
      <div className="stack-l stack">
        <Changes statement={draft} />
        <StatementProse statement={draft} />
      </div>
      <div className="section-gap">
        <Section title={m.unity_comments_title()} id="comments">
          {sent ? (
            <Notice kind="success" live>
              <p>{m.unity_comment_sent()}</p>
            </Notice>
          ) : null}
          <CommentList comments={draft.comments} />
        </Section>
        <Section title={m.unity_comment_write()}>
          {draft.open ? <CommentForm outside={outside} outcome={outcome} /> : <p>{m.unity_comments_closed()}</p>}
        </Section>
      </div>
    </>
  );
}

function CommentForm({ outside, outcome }: Pick<ReadDraftViewProps, 'outside' | 'outcome'>) {
  const errors = errorTexts(outcome && 'errors' in outcome ? outcome.errors : {});
  const typed = (name: string) => one(outcome?.values, name);
  return (
    <Form method="post" className="form" noValidate preventScrollReset>
      <ErrorSummary errors={errors} />
      {outcome && 'refused' in outcome ? (
        <Notice kind="error" live>
          <p>{outcome.refused}</p>
        </Notice>
      ) : null}
      {outside ? (
        <TextField
          name="name"
          label={m.unity_comment_name()}
          hint={m.unity_comment_name_hint()}
          error={errors.name}
          defaultValue={typed('name')}
          autoComplete="off"
          optional
        />
      ) : null}
      <TextArea
        name="words"
        label={m.unity_comment_words()}
        hint={outside ? m.unity_comment_hint_outside() : m.unity_comment_hint_group()}
        error={errors.words}
        defaultValue={typed('words')}
        rows={6}
      />
      <div className="form-actions">
        <Button kind="primary">{m.unity_comment_send()}</Button>
      </div>
    </Form>
  );
}
