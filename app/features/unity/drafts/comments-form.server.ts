import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { parseForm, takeForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { errorTexts } from './comment-errors';
import { answerComment, closeComments, moveCommentUp, removeComment } from './comments.server';
import { answerForm, closingForm, commentChangeForm } from './draft-form';

/**
 * Does what one of the forms beside the comments on a draft asks.
 * @throws DomainError `invalid` for what is none of them, or an answer that is too long
 */
export async function submitComments(viewer: SignedIn, draft: string, form: FormData): Promise<void> {
  const intent = form.get('intent');
  if (intent === 'answer') {
    const parsed = parseForm(answerForm, form);
    if (!parsed.ok) throw new DomainError('invalid', errorTexts(parsed.errors).answer ?? m.errors_form_unreadable());
    return answerComment(viewer, draft, parsed.data.id, parsed.data.answer);
  }
  if (intent === 'close' || intent === 'open') {
    return closeComments(viewer, draft, takeForm(closingForm, form).intent === 'close');
  }
  const { intent: pressed, id } = takeForm(commentChangeForm, form);
  return (pressed === 'up' ? moveCommentUp : removeComment)(viewer, draft, id);
}
