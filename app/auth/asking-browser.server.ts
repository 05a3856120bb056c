import { createHash, randomBytes } from 'node:crypto';
import { env } from '~/lib/env.server';
import { cookieValue } from '~/lib/http/cookies';
import { setCookie } from '~/lib/http/request-store.server';

const MINUTES = 30;
const VALUE = /^[A-Za-z0-9_-]{43}$/;

const secure = () => env().origin.startsWith('https:');
const cookieName = () => (secure() ? '__Host-hub_asked' : 'hub_asked');
const hashOf = (value: string) => createHash('sha256').update(value).digest('hex');

function valueIn(request: Request): string | null {
  const value = cookieValue(request.headers.get('Cookie'), cookieName()) ?? '';
  return VALUE.test(value) ? value : null;
}

/** What is stored of the browser a request comes from, if it asked for a sign-in link of late; else null. */
export function askingBrowser(request: Request): string | null {
  const value = valueIn(request);
  return value && hashOf(value);
}

/** Remembers for half an hour that this browser asked for a sign-in link; the result is what is stored of it. */
export function rememberBrowser(request: Request): string {
  const value = valueIn(request) ?? randomBytes(32).toString('base64url');
  const attributes = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${MINUTES * 60}${secure() ? '; Secure' : ''}`;
  setCookie(`${cookieName()}=${value}; ${attributes}`);
  return hashOf(value);
}
