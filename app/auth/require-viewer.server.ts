import { redirect } from '@remix-run/node';
import { DomainError, notFound } from '~/lib/errors';
import { currentRequest, oncePerRequest, setCookie } from '~/lib/http/request-store.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import { errorResponse } from '~/lib/route-errors.server';
import type { Role } from '~/lib/standing';
import { isFresh, isStrong } from './proof';
import { blankCookie, liveSession, sessionIdOf } from './session.server';
import { hasRole, type SignedIn, VISITOR, type Viewer } from './viewer';

const SESSION = Symbol('session');
const VIEWER = Symbol('viewer');

async function readSession(cookies: string | null): Promise<SignedIn | null> {
  const sessionId = sessionIdOf(cookies);
  if (!sessionId) return null;
  const session = await liveSession(sessionId);
  if (!session) {
    setCookie(blankCookie());
    return null;
  }
  const { cookie, roles, ...facts } = session;
  if (cookie) setCookie(cookie);
  return { kind: 'person', ...facts, roles: new Set(roles) };
}

/**
 * Whose session this request came with, a second step of signing in done or not: for the pages of that step only. One
 * query per request, and none without a session cookie.
 */
export const sessionOf = (request: Request): Promise<SignedIn | null> =>
  oncePerRequest(SESSION, () => readSession(request.headers.get('Cookie')));

/** Whether a session came by mail to an account that asks for more than that. */
export const isHalfway = ({ hasFactor, proof }: SignedIn): boolean => hasFactor && !isStrong(proof);

/** Who makes this request; who stands halfway in is a visitor. */
export function viewerOf(request: Request): Promise<Viewer> {
  return oncePerRequest(VIEWER, async () => {
    const session = await sessionOf(request);
    const viewer = session && !isHalfway(session) ? session : VISITOR;
    const store = currentRequest();
    if (store) store.locale = requestLocale(request, viewer);
    return viewer;
  });
}

/** The page a request is about, to come back to. */
function pageOf(request: Request): string {
  const { pathname, search, searchParams } = new URL(request.url);
  const page = searchParams.has('_data') ? pathname : pathname + search;
  return request.method === 'GET' ? safePath(page, '/home') : '/home';
}

/** Where a visitor signs in, or shows again that it is they, coming back to the page they asked for. */
const leadTo = (door: '/sign-in' | '/sign-in/again', request: Request, back = pageOf(request)): Response =>
  redirect(`${door}?to=${encodeURIComponent(back)}`);

/** What someone who asked to leave still opens. */
const OF_LEAVING = /^\/(?:settings\/(?:leaving|data(?:\.zip|\.json)?)|paused)$/;

/** Someone signed in, of whatever standing. A visitor is sent to sign in; who asked to leave, to where they may stay. */
export async function requireSignedIn(request: Request): Promise<SignedIn> {
  const viewer = await viewerOf(request);
  if (viewer.kind === 'visitor') throw leadTo((await sessionOf(request)) ? '/sign-in/again' : '/sign-in', request);
  if (viewer.leaving && !OF_LEAVING.test(new URL(request.url).pathname)) throw redirect('/settings/leaving');
  return viewer;
}

/** Someone signed in who proved it a short while ago; anyone else does so now and comes back, to `back` where that is said. */
export async function requireFresh(request: Request, back?: string): Promise<SignedIn> {
  const viewer = await requireSignedIn(request);
  if (!isFresh(viewer)) throw leadTo('/sign-in/again', request, back);
  return viewer;
}

/** A member. A visitor is sent to sign in; whoever is not (yet) a member is told so. */
export async function requireMember(request: Request): Promise<SignedIn> {
  const viewer = await requireSignedIn(request);
  if (viewer.standing === 'held') throw redirect('/paused');
  if (viewer.standing !== 'member') throw errorResponse(new DomainError('forbidden', m.errors_welcome_first()));
  return viewer;
}

/** A member with a role. For everyone else who is signed in the page does not exist; a visitor is sent to sign in. */
export async function requireRole(request: Request, role: Role): Promise<SignedIn> {
  const viewer = await requireSignedIn(request);
  if (!hasRole(viewer, role)) throw errorResponse(notFound());
  return viewer;
}
