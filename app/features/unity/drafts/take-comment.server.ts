import { valuesOf } from '~/features/directory/edit-form';
import { DomainError } from '~/lib/errors';
import { parseForm, readForm } from '~/lib/forms';
import { commentForm } from '../unity.schema';
import type { CommentOutcome } from './components/read-draft-view';

/**
 * Takes a comment out of a request and adds it; null once added, otherwise why not, with what was typed.
 * @throws DomainError as `add` does, but for what the page of the form can say itself
 */
export async function takeComment(
  request: Request,
  add: (comment: { name: string | null; words: string }) => Promise<unknown>,
): Promise<CommentOutcome | null> {
  const sent = await readForm(request);
  const form = parseForm(commentForm, sent);
  if (!form.ok) return { errors: form.errors, values: form.values };
  try {
    await add(form.data);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError) || !['conflict', 'too_many'].includes(error.code)) throw error;
    return { refused: error.message, values: valuesOf(sent) };
  }
}
