import { createHash } from 'node:crypto';
import { env, keyedHash } from '~/lib/env.server';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The token of an invitation: always the same, so that a mail that is tried again has the same bytes. */
export const invitationToken = (id: string): string =>
  Buffer.from(keyedHash('invitation token', id), 'hex').toString('base64url');

/** What is stored of a token, null for what never was one. */
export const tokenHash = (token: string): string | null =>
  TOKEN.test(token) ? createHash('sha256').update(token).digest('hex') : null;

export const invitationUrl = (id: string): string => `${env().origin}/invitation/${invitationToken(id)}`;
