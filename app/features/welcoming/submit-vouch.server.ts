import { z } from 'zod';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { formEmail, parseForm, takeForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { answerVouch, nameSomeone } from './vouches.server';

const nameForm = z.object({ email: formEmail() });
const vouchForm = z.object({ answer: z.enum(['yes', 'no', 'rather_not']) });

/** Takes the address that a newcomer names; what was not taken comes back with the reason. */
export async function submitName(viewer: SignedIn, form: FormData): Promise<{ message: string; email: string } | null> {
  const typed = form.get('email');
  const email = typeof typed === 'string' ? typed.slice(0, 300) : '';
  const read = parseForm(nameForm, form);
  if (!read.ok) return { message: m.auth_email_invalid(), email };
  try {
    await nameSomeone(viewer, read.data.email);
    return null;
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'conflict' || error.code === 'too_many'))
      return { message: error.message, email };
    throw error;
  }
}

/** Takes a member's answer. @throws DomainError `invalid`, `not_found` */
export async function submitVouch(viewer: SignedIn, id: string, form: FormData): Promise<void> {
  await answerVouch(viewer, id, takeForm(vouchForm, form).answer);
}
