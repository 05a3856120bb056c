import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { parseForm } from '~/lib/forms';
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
  const refuse = (message: string = m.errors_form_unreadable()): never => {
    throw new DomainError('invalid', message);
  };
  if (intent === 'answer') {
    const parsed = parseForm(answerForm, form);
    if (!parsed.ok) return refuse(errorTexts(parsed.errors).answer);
    return answerComment(viewer, draft, parsed.data.id, parsed.data.answer);
  }
  if (intent === 'close' || intent === 'open') {
    const parsed = parseForm(closingForm, form);
    return parsed.ok ? closeComments(viewer, draft, parsed.data.intent === 'close') : refuse();
  }
  const parsed = parseForm(commentChangeForm, form);
  if (!parsed.ok) return refuse();
  return (parsed.data.intent === 'up' ? moveCommentUp : removeComment)(viewer, draft, parsed.data.id);
}
