import type { Request } from 'express';
import { liveSession, sessionIdOf } from '~/auth/session.server';

const LIMIT = 20 * 1024 * 1024;

/** How large a body may be: operators upload files to be imported, and nobody else gets more room than a form needs. */
export async function uploadLimit(req: Request): Promise<number | undefined> {
  if (req.path !== '/operate/import') return undefined;
  const sessionId = sessionIdOf(req.headers.cookie ?? null);
  const session = sessionId ? await liveSession(sessionId) : null;
  return session?.standing === 'member' && session.roles.includes('operator') ? LIMIT : undefined;
}
