import type { Proof } from '#db/schema/accounts';
import { writerSql } from '#db/writer.server';
import { keyedHash } from '~/lib/env.server';
import { keyedToken, linkHash, linkUrl, randomToken, tokenHash } from '~/lib/one-time-links.server';
import { codeFrom, plainCode } from '~/lib/typed-codes.server';

const MAIL_MINUTES = 10;
const CONSOLE_MINUTES = 60;
const MOST_WRONG_CODES = 5;

export const signInUrl = (token: string): string => linkUrl('/sign-in', token);

/** The token of a sign-in mail: the same at every attempt to send it, so that the mail's bytes are. */
export const mailedToken = (outboxId: string): string => keyedToken('sign-in token', outboxId);

/** The code of a sign-in mail, for the device that asked when the mail is read on another. */
export const mailedCode = (outboxId: string): string =>
  codeFrom(Buffer.from(keyedHash('sign-in code', outboxId), 'hex'));

const codeHash = (code: string): string => keyedHash('typed sign-in code', plainCode(code));

/** What a sign-in mail holds, as it is stored: hashes of its link and its code, and the wish that it answers. */
export interface MailedToken {
  outboxId: string;
  requestId: string;
  accountId: string;
  redirectTo: string | null;
}

/** Stores the hashes of a mail; another attempt to send it gives its link the full time again, unless it is used. */
export async function keepMailedToken({ outboxId, requestId, accountId, redirectTo }: MailedToken): Promise<void> {
  await writerSql()`
    insert into core.sign_in_tokens (hash, account_id, request_id, code_hash, redirect_to, expires_at)
    values (${tokenHash(mailedToken(outboxId))}, ${accountId}, ${requestId}, ${codeHash(mailedCode(outboxId))}, ${redirectTo},
      now() + make_interval(mins => ${MAIL_MINUTES}))
    on conflict (hash) do update set expires_at = excluded.expires_at where core.sign_in_tokens.used_at is null`;
}

/** Makes a one-time link for an account, to be handed out by the owner of the machine. */
export async function createConsoleLink(
  accountId: string,
  { minutes = CONSOLE_MINUTES, redirectTo = null }: { minutes?: number; redirectTo?: string | null } = {},
): Promise<string> {
  const token = randomToken();
  await writerSql()`
    insert into core.sign_in_tokens (hash, account_id, redirect_to, from_console, expires_at)
    values (${tokenHash(token)}, ${accountId}, ${redirectTo}, true, now() + make_interval(mins => ${minutes}))`;
  return signInUrl(token);
}

/**
 * What a link is worth: `elsewhere` is good in the browser that asked for it, and another one shows its mail's code to be
 * typed there; `spent` was used or ran out, and its account can be sent a new one.
 */
export type TokenState = 'good' | 'elsewhere' | 'spent' | 'unknown';

/** A link that a browser asked for works in that one; a link from the console was asked for by none. */
const fits = (browserHash: string | null) =>
  writerSql()`(request_id is null or exists (select from core.sign_in_requests r where r.id = request_id
    and (r.browser_hash is null or r.browser_hash = ${browserHash})))`;

/** @param browserHash what {@link askingBrowser} gives for the request */
export async function tokenState(token: string, browserHash: string | null): Promise<TokenState> {
  const hash = linkHash(token);
  if (!hash) return 'unknown';
  const [row] = await writerSql()<{ good: boolean; fits: boolean }[]>`
    select used_at is null and expires_at > now() as good, ${fits(browserHash)} as fits
    from core.sign_in_tokens where hash = ${hash}`;
  if (!row) return 'unknown';
  if (!row.good) return 'spent';
  return row.fits ? 'good' : 'elsewhere';
}

export interface Consumed {
  accountId: string;
  redirectTo: string | null;
  proof: Proof;
}

/** Uses a link up. Of two requests with the same link one gets its account, the other null. */
export async function consumeToken(token: string, browserHash: string | null): Promise<Consumed | null> {
  const hash = linkHash(token);
  if (!hash) return null;
  const [row] = await writerSql()<Consumed[]>`
    update core.sign_in_tokens set used_at = now()
    where hash = ${hash} and used_at is null and expires_at > now() and ${fits(browserHash)}
    returning account_id as "accountId", redirect_to as "redirectTo",
      case when from_console then 'console' else 'mail' end as proof`;
  return row ?? null;
}

/**
 * Uses up the link whose mail holds this code, in the browser that asked for the mail. A code that does not fit is
 * counted against every wish of that browser, an address without an account just like one with it.
 * @returns null for a code that does not fit, and for every code after five of those
 */
export async function consumeCode(code: string, browserHash: string): Promise<Consumed | null> {
  const sql = writerSql();
  const [row] = await sql<Consumed[]>`
    update core.sign_in_tokens t set used_at = now() from core.sign_in_requests r
    where r.id = t.request_id and r.browser_hash = ${browserHash} and r.wrong_codes < ${MOST_WRONG_CODES}
      and t.code_hash = ${codeHash(code)} and t.used_at is null and t.expires_at > now()
    returning t.account_id as "accountId", t.redirect_to as "redirectTo", 'mail' as proof`;
  if (row) return row;
  await sql`update core.sign_in_requests set wrong_codes = wrong_codes + 1 where browser_hash = ${browserHash}`;
  return null;
}

/** The address that a used or expired link was for. */
export async function addressOfToken(token: string): Promise<{ email: string; redirectTo: string | null } | null> {
  const hash = linkHash(token);
  if (!hash) return null;
  const [row] = await writerSql()<{ email: string; redirectTo: string | null }[]>`
    select a.email, t.redirect_to as "redirectTo" from core.sign_in_tokens t join core.accounts a on a.id = t.account_id
    where t.hash = ${hash}`;
  return row ?? null;
}
