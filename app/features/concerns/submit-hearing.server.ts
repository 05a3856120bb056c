import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { parseForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { stepBackForm, stepForm, tellForm } from './concerns.schema';
import { stepBack } from './step-back.server';
import { takeStep, tellPerson } from './steps.server';

/** What the page of a concern answers: `away` once the steward is no longer one of those who hear it. */
export type HearingSaid =
  | { kind: 'done' | 'away' }
  | { kind: 'words' | 'late' | 'nobody' | 'near' | 'alone'; intent: string; words: string; person: string };

export const HEARING_STATUS: Record<HearingSaid['kind'], number> = {
  done: 200,
  away: 200,
  words: 400,
  nobody: 400,
  near: 409,
  late: 409,
  alone: 409,
};

/**
 * Does what a button of the page of a concern asks for.
 * @throws DomainError `not_found` for anyone but the stewards who hear it, `invalid` for a form that is none of this page
 */
export async function submitHearing(viewer: SignedIn, id: string, form: FormData): Promise<HearingSaid> {
  const text = (field: string, most: number) => String(form.get(field) ?? '').slice(0, most);
  const again = (kind: Exclude<HearingSaid['kind'], 'done' | 'away'>) =>
    ({ kind, intent: text('intent', 20), words: text('words', 12_000), person: text('person', 300) }) as const;
  const intent = form.get('intent');
  if (intent === 'step_back') {
    if (!parseForm(stepBackForm, form).ok) throw new DomainError('invalid', m.errors_form_unreadable());
    const said = await stepBack(viewer, id);
    return said === 'done' ? { kind: 'away' } : again(said);
  }
  if (intent === 'tell') {
    const read = parseForm(tellForm, form);
    if (!read.ok) return again(wrongIn(read.errors));
    const said = await tellPerson(viewer, id, read.data.words, read.data.person);
    return said === 'done' ? { kind: 'done' } : again(said);
  }
  const read = parseForm(stepForm, form);
  if (!read.ok) return again(wrongIn(read.errors));
  const said = await takeStep(viewer, id, read.data.intent, read.data.words);
  return said === 'done' ? { kind: 'done' } : again(said);
}

function wrongIn(errors: Record<string, string[]>): 'words' | 'nobody' {
  const fields = Object.keys(errors);
  if (fields.some((field) => field !== 'words' && field !== 'person'))
    throw new DomainError('invalid', m.errors_form_unreadable());
  return fields.includes('words') ? 'words' : 'nobody';
}
