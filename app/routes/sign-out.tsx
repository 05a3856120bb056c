import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { blankCookie, endSession, sessionIdOf } from '~/auth/session.server';
import { readButton } from '~/lib/forms';
import { answer } from '~/lib/route-errors.server';

/** Nothing to see: someone who opens the address goes to the start page, still signed in. */
export const loader = () => redirect('/');

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    await readButton(request);
    const sessionId = sessionIdOf(request.headers.get('Cookie'));
    if (sessionId) await endSession(sessionId);
    return redirect('/', { headers: { 'Set-Cookie': blankCookie() } });
  });
