import { Lucia, TimeSpan } from 'lucia';
import type { Proof } from '#db/schema/accounts';
import { env } from '~/lib/env.server';
import { deviceName } from './device-name.server';
import type { AccountFacts, SessionFacts } from './session-adapter.server';
import { sessionAdapter, sessionHash } from './session-adapter.server';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, AccountFacts>;
    DatabaseUserAttributes: AccountFacts;
    DatabaseSessionAttributes: SessionFacts;
  }
}

const SLIDING_DAYS = 10;
let kept: { origin: string; lucia: Lucia<Record<never, never>, AccountFacts> } | undefined;

function lucia(): Lucia<Record<never, never>, AccountFacts> {
  const { origin } = env();
  if (kept?.origin === origin) return kept.lucia;
  const secure = origin.startsWith('https:');
  const made = new Lucia<Record<never, never>, AccountFacts>(sessionAdapter, {
    sessionExpiresIn: new TimeSpan(SLIDING_DAYS, 'd'),
    sessionCookie: {
      name: secure ? '__Host-hub_session' : 'hub_session',
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getUserAttributes: (attributes) => attributes,
  });
  kept = { origin, lucia: made };
  return made;
}

export interface LiveSession extends AccountFacts {
  accountId: string;
  sessionHash: string;
  /** A cookie to send, when the session was prolonged. */
  cookie?: string;
}

/** The session id a `Cookie` header carries, or null. */
export const sessionIdOf = (cookieHeader: string | null): string | null => {
  const id = lucia().readSessionCookie(cookieHeader ?? '');
  return id && /^[a-z2-7]{40}$/.test(id) ? id : null;
};

/** The session of an id with its account, in one query; null if it is over or unknown. */
export async function liveSession(sessionId: string): Promise<LiveSession | null> {
  const { session, user } = await lucia().validateSession(sessionId);
  if (!session) return null;
  const { id: accountId, ...facts } = user;
  const cookie = session.fresh ? lucia().createSessionCookie(sessionId).serialize() : undefined;
  return { ...facts, accountId, sessionHash: sessionHash(sessionId), cookie };
}

/** Starts a session of an account on the strength of a proof; the result is the cookie that carries it. */
export async function startSession(accountId: string, proof: Proof, userAgent: string | null = null): Promise<string> {
  const session = await lucia().createSession(accountId, { proof, device: deviceName(userAgent) });
  return lucia().createSessionCookie(session.id).serialize();
}

/** Starts a session in the place of the one that a request came with, if any: a proof never strengthens a cookie that was there before it. */
export async function startOver(request: Request, accountId: string, proof: Proof): Promise<string> {
  const before = sessionIdOf(request.headers.get('Cookie'));
  if (before) await endSession(before);
  return startSession(accountId, proof, request.headers.get('User-Agent'));
}

export const endSession = (sessionId: string): Promise<void> => lucia().invalidateSession(sessionId);

export const endExpiredSessions = (): Promise<void> => lucia().deleteExpiredSessions();

/** The cookie that takes the session's cookie away. */
export const blankCookie = (): string => lucia().createBlankSessionCookie().serialize();
