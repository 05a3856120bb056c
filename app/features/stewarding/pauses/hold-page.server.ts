import { z } from 'zod';
import type { SignedIn } from '~/auth/viewer';
import { formOptionalText, parseForm } from '~/lib/forms';
import { holdMyself, liftMyHold } from './own-hold.server';
import { objectToPause } from './pause-pages.server';

const words = z.object({ reason: formOptionalText({ max: 2000, multiline: true }) });

/** Puts the hold that the form asks for on the viewer; otherwise what was typed, to show it again. */
export async function submitHold(viewer: SignedIn, form: FormData): Promise<{ held: boolean } | { typed: string }> {
  const read = parseForm(words, form);
  if (!read.ok) return { typed: String(form.get('reason') ?? '').slice(0, 12_000) };
  return { held: await holdMyself(viewer, read.data.reason) };
}

/** Does what a button of the page of a pause or hold asks for; `fresh` gives the viewer once they proved it anew. */
export async function answerPause(
  viewer: SignedIn,
  form: FormData,
  fresh: () => Promise<SignedIn>,
): Promise<'lifted' | 'kept' | 'invalid'> {
  if (form.get('intent') !== 'lift') return (await objectToPause(viewer, form)) ? 'kept' : 'invalid';
  const lone = parseForm(z.object({ intent: z.literal('lift') }), form);
  return lone.ok && (await liftMyHold(await fresh())) ? 'lifted' : 'invalid';
}
