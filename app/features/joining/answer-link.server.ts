import { json, redirect } from '@remix-run/node';
import { z } from 'zod';
import { startOver } from '~/auth/session.server';
import { DomainError } from '~/lib/errors';
import { readForm, takeForm } from '~/lib/forms';
import { currentRequest } from '~/lib/http/request-store.server';
import { m } from '~/lib/paraglide/messages.js';
import { hitRateLimits, networkOf } from '~/lib/rate-limit.server';

const schema = z.object({ intent: z.enum(['accept', 'decline']) });
const STATUS = { declined: 200, has_account: 409, late: 410, unknown: 410 };

export type Accepted = { kind: 'accepted'; accountId: string } | { kind: 'has_account' | 'late' | 'unknown' };

/** What an answer came to that led to no account. */
export type LinkSaid = keyof typeof STATUS;

interface Answers {
  accept: (token: string) => Promise<Accepted>;
  /** False if there is nothing to decline. */
  decline: (token: string) => Promise<boolean>;
}

/**
 * Answers an invitation by the button that was pressed; whoever accepts is signed in and led to their first choices.
 * @throws DomainError `invalid` for a form that is none of such a page, `too_many`
 */
export async function answerLink(request: Request, token: string, { accept, decline }: Answers) {
  const { intent } = takeForm(schema, await readForm(request));
  if (await isTryingLinks(currentRequest()?.clientAddress ?? ''))
    throw new DomainError('too_many', m.invitation_too_many());
  if (intent === 'decline') return said((await decline(token)) ? 'declined' : 'unknown');
  const accepted = await accept(token);
  if (accepted.kind !== 'accepted') return said(accepted.kind);
  return redirect('/settings/sharing', {
    headers: { 'Set-Cookie': await startOver(request, accepted.accountId, 'mail') },
  });
}

const said = (kind: LinkSaid) => json({ kind }, { status: STATUS[kind] });

/** Whether one network answers so many invitations that it may be trying links out. */
const isTryingLinks = async (clientAddress: string): Promise<boolean> =>
  (await hitRateLimits([{ what: 'invitation', subject: networkOf(clientAddress), most: 60, seconds: 3600 }])) > 0;
