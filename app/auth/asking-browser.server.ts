import { env } from '~/lib/env.server';
import { cookieValue } from '~/lib/http/cookies';
import { setCookie } from '~/lib/http/request-store.server';
import { linkHash, randomToken, tokenHash } from '~/lib/one-time-links.server';

const MINUTES = 30;

const secure = () => env().origin.startsWith('https:');
const cookieName = () => (secure() ? '__Host-hub_asked' : 'hub_asked');

const valueIn = (request: Request): string => cookieValue(request.headers.get('Cookie'), cookieName()) ?? '';

/** What is stored of the browser a request comes from, if it asked for a sign-in link of late; else null. */
export const askingBrowser = (request: Request): string | null => linkHash(valueIn(request));

/** Remembers for half an hour that this browser asked for a sign-in link; the result is what is stored of it. */
export function rememberBrowser(request: Request): string {
  const known = valueIn(request);
  const value = linkHash(known) ? known : randomToken();
  const attributes = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${MINUTES * 60}${secure() ? '; Secure' : ''}`;
  setCookie(`${cookieName()}=${value}; ${attributes}`);
  return tokenHash(value);
}
