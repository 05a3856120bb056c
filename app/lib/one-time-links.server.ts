import { createHash, randomBytes } from 'node:crypto';
import { env, keyedHash } from './env.server';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A token of chance, for a link that is handed out where it is made. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/**
 * A token made of a secret and the id of a row: the same at every attempt to send a mail, and known to nobody who has only
 * the row. `purpose` keeps the tokens of different links apart; another wording of it ends every link sent so far.
 */
export const keyedToken = (purpose: string, id: string): string =>
  Buffer.from(keyedHash(purpose, id), 'hex').toString('base64url');

/** {@link keyedToken} of a link that is mailed about one row. */
export const linkToken = (purpose: string, id: string): string => keyedToken(`link: ${purpose}`, id);

/** What is stored of a token that was made here. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** What is stored of a token that somebody brings, or null for a text that can be none. */
export const linkHash = (token: string): string | null => (TOKEN.test(token) ? tokenHash(token) : null);

export const linkUrl = (path: string, token: string): string => `${env().origin}${path}/${token}`;
