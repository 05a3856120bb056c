import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Section } from '~/ui/section';
import { TextArea } from '~/ui/text-field';
import type { ShownComment } from '../comments.server';
import type { DraftPage } from '../draft-page.server';
import { CommentList, commenter } from './comment-list';

/** Comments on a draft for those who answer them, put them in order, and close them. */
export function KeeperComments({ page }: { page: DraftPage }) {
  const action = `/operate/unity/${page.id}/comments`;
  return (
    <Section title={m.unity_comments_title()} id="comments">
      <CommentList
        comments={page.comments}
        more={(comment, at) => <Controls comment={comment} action={action} first={at === 0} />}
      />
      {page.published ? null : (
        <Form method="post" action={action} className="section-gap-s" preventScrollReset>
          <Button name="intent" value={page.closed ? 'open' : 'close'}>
            {page.closed ? m.unity_comments_open_again() : m.unity_comments_close()}
          </Button>
        </Form>
      )}
    </Section>
  );
}

function Controls({ comment, action, first }: { comment: ShownComment; action: string; first: boolean }) {
  const name = commenter(comment);
  return (
    <div className="stack-s stack">
      <details className="picker">
        <summary aria-label={m.unity_comment_to_answer_of({ name })}>{m.unity_comment_to_answer()}</summary>
        <Form method="post" action={action} className="form picker-body" preventScrollReset>
          <input type="hidden" name="intent" value="answer" />
          <input type="hidden" name="id" value={comment.id} />
          <TextArea
            id={`answer-${comment.id}`}
            name="answer"
            label={m.unity_comment_answer()}
            hint={m.unity_comment_answer_hint()}
            defaultValue={comment.answer ?? ''}
          />
          <Button small>{m.unity_comment_save_answer()}</Button>
        </Form>
      </details>
      <Form method="post" action={action} className="row" preventScrollReset>
        <input type="hidden" name="id" value={comment.id} />
        {first ? null : (
          <Button small kind="quiet" name="intent" value="up" aria-label={m.unity_comment_up_of({ name })}>
            {m.unity_comment_up()}
          </Button>
        )}
        <Button small kind="quiet" name="intent" value="remove" aria-label={m.unity_comment_remove_of({ name })}>
          {m.unity_comment_remove()}
        </Button>
      </Form>
    </div>
  );
}
