import { z } from 'zod';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { formOptionalText, parseForm, takeForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { holdMyself, liftMyHold } from './own-hold.server';
import { objectToPause } from './pause-pages.server';

const words = z.object({ reason: formOptionalText({ max: 2000, multiline: true }) });

/**
 * Puts the hold that the form asks for on the viewer; otherwise what was typed, to show it again.
 * @throws DomainError `invalid` for a form with more in it, such as whom it is about
 */
export async function submitHold(viewer: SignedIn, form: FormData): Promise<{ held: boolean } | { typed: string }> {
  const read = parseForm(words, form);
  if (read.ok) return { held: await holdMyself(viewer, read.data.reason) };
  if (!read.errors.reason) throw new DomainError('invalid', m.errors_form_unreadable());
  return { typed: String(form.get('reason') ?? '').slice(0, 12_000) };
}

export type PauseAnswer = { kind: 'lifted' | 'kept' | 'gone' } | { kind: 'invalid'; typed: string };

/**
 * Does what a button of the page of a pause or hold asks for; `fresh` gives the viewer once they proved it anew. There may
 * be nothing of theirs to lift any more (`gone`): somebody did it elsewhere, or what holds now is what stewards asked for.
 * @throws DomainError `invalid` for what that page never sends
 */
export async function answerPause(
  viewer: SignedIn,
  form: FormData,
  fresh: () => Promise<SignedIn>,
): Promise<PauseAnswer> {
  if (form.get('intent') !== 'lift') {
    if (await objectToPause(viewer, form)) return { kind: 'kept' };
    return { kind: 'invalid', typed: String(form.get('objection') ?? '').slice(0, 12_000) };
  }
  takeForm(z.object({ intent: z.literal('lift') }), form);
  return { kind: (await liftMyHold(await fresh())) ? 'lifted' : 'gone' };
}
