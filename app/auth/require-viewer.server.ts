import { redirect } from '@remix-run/node';
import { DomainError, notFound } from '~/lib/errors';
import { currentRequest, oncePerRequest, setCookie } from '~/lib/http/request-store.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import { errorResponse } from '~/lib/route-errors.server';
import type { Role } from '~/lib/standing';
import { blankCookie, liveSession, sessionIdOf } from './session.server';
import { hasRole, type SignedIn, VISITOR, type Viewer } from './viewer';

const VIEWER = Symbol('viewer');

async function readViewer(cookies: string | null): Promise<Viewer> {
  const sessionId = sessionIdOf(cookies);
  if (!sessionId) return VISITOR;
  const session = await liveSession(sessionId);
  if (!session) {
    setCookie(blankCookie());
    return VISITOR;
  }
  const { cookie, roles, ...facts } = session;
  if (cookie) setCookie(cookie);
  return { kind: 'person', ...facts, roles: new Set(roles) };
}

/** Who makes this request. One query per request, and none for a visitor without a session cookie. */
export function viewerOf(request: Request): Promise<Viewer> {
  return oncePerRequest(VIEWER, async () => {
    const viewer = await readViewer(request.headers.get('Cookie'));
    const store = currentRequest();
    if (store) store.locale = requestLocale(request, viewer);
    return viewer;
  });
}

/** Where a visitor signs in, coming back to the page they asked for. */
function signInRedirect(request: Request): Response {
  const { pathname, search, searchParams } = new URL(request.url);
  const page = searchParams.has('_data') ? pathname : pathname + search;
  const to = request.method === 'GET' ? safePath(page, '/home') : '/home';
  return redirect(`/sign-in?to=${encodeURIComponent(to)}`);
}

/** Someone signed in, of whatever standing. A visitor is sent to sign in. */
export async function requireSignedIn(request: Request): Promise<SignedIn> {
  const viewer = await viewerOf(request);
  if (viewer.kind === 'visitor') throw signInRedirect(request);
  return viewer;
}

/** A member. A visitor is sent to sign in; whoever is not (yet) a member is told so. */
export async function requireMember(request: Request): Promise<SignedIn> {
  const viewer = await requireSignedIn(request);
  if (viewer.standing !== 'member') throw errorResponse(new DomainError('forbidden', m.errors_welcome_first()));
  return viewer;
}

/** A member with a role. For everyone else who is signed in the page does not exist; a visitor is sent to sign in. */
export async function requireRole(request: Request, role: Role): Promise<SignedIn> {
  const viewer = await requireSignedIn(request);
  if (!hasRole(viewer, role)) throw errorResponse(notFound());
  return viewer;
}
