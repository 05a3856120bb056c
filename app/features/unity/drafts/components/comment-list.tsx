import type { ReactNode } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import type { ShownComment } from '../comments.server';

export const commenter = ({ name, outside }: Pick<ShownComment, 'name' | 'outside'>): string =>
  name ?? (outside ? m.unity_comment_outside() : m.claims_a_member());

type CommentListProps = { comments: ShownComment[]; more?: (comment: ShownComment, at: number) => ReactNode };

/** What people said about a draft, with the answers; `more` stands below each. */
export function CommentList({ comments, more }: CommentListProps) {
  const locale = useLocale();
  if (comments.length === 0) return <p className="soft">{m.unity_comments_none()}</p>;
  return (
    <ol className="comments">
      {comments.map((comment, at) => (
        <li key={comment.id} className="stack-s stack">
          <p className="soft">
            <Name>{commenter(comment)}</Name>
            {comment.outside && comment.name ? ` · ${m.unity_comment_from_outside()}` : null} ·{' '}
            {formatDay(comment.at, locale)}
          </p>
          <p className="edit-text" dir="auto">
            {comment.words}
          </p>
          {comment.answer ? (
            <div className="answer">
              <p className="soft">{m.unity_comment_answer()}</p>
              <p className="edit-text" dir="auto">
                {comment.answer}
              </p>
            </div>
          ) : null}
          {more?.(comment, at)}
        </li>
      ))}
    </ol>
  );
}
