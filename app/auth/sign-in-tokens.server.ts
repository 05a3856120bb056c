import { createHash, randomBytes } from 'node:crypto';
import { writerSql } from '#db/writer.server';
import { env, keyedHash } from '~/lib/env.server';

const MAIL_MINUTES = 10;
const CONSOLE_MINUTES = 60;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export const signInUrl = (token: string): string => `${env().origin}/sign-in/${token}`;

/** The token of a sign-in mail: the same at every attempt to send it, so that the mail's bytes are. */
export const mailedToken = (outboxId: string): string =>
  Buffer.from(keyedHash('sign-in token', outboxId), 'hex').toString('base64url');

/** Stores the hash of a mailed token; another attempt to send the mail gives its link the full time again, unless it is used. */
export async function keepMailedToken(token: string, accountId: string, redirectTo: string | null): Promise<void> {
  await writerSql()`
    insert into core.sign_in_tokens (hash, account_id, redirect_to, expires_at)
    values (${hashOf(token)}, ${accountId}, ${redirectTo}, now() + make_interval(mins => ${MAIL_MINUTES}))
    on conflict (hash) do update set expires_at = excluded.expires_at where core.sign_in_tokens.used_at is null`;
}

/** Makes a one-time link for an account, to be handed out by the owner of the machine. */
export async function createConsoleLink(
  accountId: string,
  { minutes = CONSOLE_MINUTES, redirectTo = null }: { minutes?: number; redirectTo?: string | null } = {},
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await writerSql()`
    insert into core.sign_in_tokens (hash, account_id, redirect_to, from_console, expires_at)
    values (${hashOf(token)}, ${accountId}, ${redirectTo}, true, now() + make_interval(mins => ${minutes}))`;
  return signInUrl(token);
}

/** What a link is worth: `spent` was used or ran out, and its account can be sent a new one. */
export type TokenState = 'good' | 'spent' | 'unknown';

export async function tokenState(token: string): Promise<TokenState> {
  if (!TOKEN.test(token)) return 'unknown';
  const [row] = await writerSql()<{ good: boolean }[]>`
    select used_at is null and expires_at > now() as good from core.sign_in_tokens where hash = ${hashOf(token)}`;
  if (!row) return 'unknown';
  return row.good ? 'good' : 'spent';
}

/** Uses a link up. Of two requests with the same link one gets its account, the other null. */
export async function consumeToken(token: string): Promise<{ accountId: string; redirectTo: string | null } | null> {
  if (!TOKEN.test(token)) return null;
  const [row] = await writerSql()<{ accountId: string; redirectTo: string | null }[]>`
    update core.sign_in_tokens set used_at = now()
    where hash = ${hashOf(token)} and used_at is null and expires_at > now()
    returning account_id as "accountId", redirect_to as "redirectTo"`;
  return row ?? null;
}

/** The address that a used or expired link was for. */
export async function addressOfToken(token: string): Promise<{ email: string; redirectTo: string | null } | null> {
  if (!TOKEN.test(token)) return null;
  const [row] = await writerSql()<{ email: string; redirectTo: string | null }[]>`
    select a.email, t.redirect_to as "redirectTo" from core.sign_in_tokens t join core.accounts a on a.id = t.account_id
    where t.hash = ${hashOf(token)}`;
  return row ?? null;
}
