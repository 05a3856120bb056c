import { z } from 'zod';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { formEmail, formFlag, formOptionalText, formText, parseForm, takeForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { type Asked, inviteSomebody, withdrawInvitation } from './invite-somebody.server';

const withdraw = z.object({ intent: z.literal('withdraw'), id: z.uuid() });
/** Mail with addresses from people one does not know looks like fraud, and would be sent in the network's name. */
const noAddresses = (text: string | null) => !/:\/\/|\bwww\./i.test(text ?? '');
const ask = z.object({
  intent: z.literal('invite'),
  email: formEmail(),
  name: formText({ max: 120 }).refine(noAddresses, 'address'),
  words: formOptionalText({ max: 1000, multiline: true }).refine(noAddresses, 'address'),
  locale: z.enum(['en', 'es']),
  told: formFlag().refine((told) => told, 'required'),
});

export interface InvitationFields {
  email: string;
  name: string;
  words: string;
  locale: string;
}
export type InvitationFault = 'email' | 'name' | 'words' | 'words_address' | 'told';

/** What the page answers to a press of one of its buttons. */
export type InvitingSaid =
  | Asked
  | { kind: 'withdrawn' | 'gone' }
  | { kind: 'invalid'; values: InvitationFields; wrong: InvitationFault[] };

/**
 * Does what a button of the page asks for.
 * @throws DomainError `not_found` for who is not a member, `invalid` for a form that is none of this page
 */
export async function submitInvitation(viewer: SignedIn, form: FormData): Promise<InvitingSaid> {
  if (form.get('intent') === 'withdraw') {
    const { id } = takeForm(withdraw, form);
    return { kind: (await withdrawInvitation(viewer, id)) ? 'withdrawn' : 'gone' };
  }
  const read = parseForm(ask, form);
  if (read.ok) return inviteSomebody(viewer, read.data);
  const { errors, values } = read;
  const wrong: InvitationFault[] = [
    ...(['email', 'name'] as const).filter((field) => errors[field]),
    ...(errors.words ? [errors.words.includes('address') ? ('words_address' as const) : ('words' as const)] : []),
    ...(errors.told ? ['told' as const] : []),
  ];
  if (wrong.length === 0) throw new DomainError('invalid', m.errors_form_unreadable());
  const text = (field: keyof InvitationFields, most: number) => {
    const value = values[field];
    return typeof value === 'string' ? value.slice(0, most) : '';
  };
  const typed = {
    email: text('email', 300),
    name: text('name', 300),
    words: text('words', 12_000),
    locale: text('locale', 2),
  };
  return { kind: 'invalid', values: typed, wrong };
}
