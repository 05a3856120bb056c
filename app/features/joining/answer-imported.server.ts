import { z } from 'zod';
import { erasePerson } from '~/auth/erase-person.server';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { formEmail, formText, parseForm, takeForm } from '~/lib/forms';
import { canSendMail } from '~/lib/mail/deliver.server';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import type { InviteFields, Said } from './components/imported-said';
import { IMPORTED_STATES, type ImportedQuery } from './imported-list.server';
import { invite, inviteAddress } from './invite.server';

const one = z.object({ intent: z.enum(['invite', 'erase']), personId: z.uuid() });
const fresh = z.object({
  intent: z.literal('invite-new'),
  name: formText({ max: 120 }),
  email: formEmail(),
  source: formText({ max: 200 }),
});
const FIELDS = ['name', 'email', 'source'] as const;

/** What is asked for in the address of the list; anything it does not understand counts for nothing. */
export function importedQuery(params: URLSearchParams): ImportedQuery {
  const state = IMPORTED_STATES.find((each) => each === params.get('state')) ?? 'all';
  return { q: (params.get('q') ?? '').trim().slice(0, 200), state, after: (params.get('after') ?? '').slice(0, 100) };
}

/**
 * Does what a button of the list asks for.
 * @throws DomainError `not_found` for anyone but stewards, `invalid` for a form that is none of this page
 */
export async function answerImported(viewer: SignedIn, form: FormData, locale: Locale): Promise<Said> {
  mustBe(viewer, 'steward');
  if (form.get('intent') === 'invite-new') return inviteNew(viewer, form, locale);
  const { intent, personId } = takeForm(one, form);
  try {
    if (intent === 'invite') return { ...(await invite(viewer, personId, locale)), sendsMail: canSendMail() };
    // Only who is imported: a steward who sends their own id here does not leave by it.
    if (personId === viewer.personId) return { kind: 'gone' };
    await command((unit) => erasePerson(viewer, unit, personId));
    return { kind: 'erased' };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return { kind: 'gone' };
    throw error;
  }
}

async function inviteNew(viewer: SignedIn, form: FormData, locale: Locale): Promise<Said> {
  const read = parseForm(fresh, form);
  if (read.ok) {
    const { intent: _, ...given } = read.data;
    return { ...(await inviteAddress(viewer, given, locale)), sendsMail: canSendMail() };
  }
  const text = (field: keyof InviteFields) => {
    const value = read.values[field];
    return typeof value === 'string' ? value.slice(0, 300) : '';
  };
  const wrong = FIELDS.filter((field) => read.errors[field]);
  if (wrong.length === 0) throw new DomainError('invalid', m.errors_form_unreadable());
  return { kind: 'invalid', values: { name: text('name'), email: text('email'), source: text('source') }, wrong };
}
