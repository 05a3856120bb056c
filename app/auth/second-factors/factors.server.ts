import { writerSql } from '#db/writer.server';
import { isFresh, isStrong } from '../proof';
import type { SignedIn } from '../viewer';

export interface Passkey {
  id: string;
  name: string;
  /** ISO dates and times; `used` is null before the first time. */
  added: string;
  used: string | null;
}

export interface Factors {
  passkeys: Passkey[];
  app: boolean;
  /** Codes on paper that are left. */
  codes: number;
}

/** What an account can prove itself with beside its mail. */
export async function factorsOf({ accountId }: { accountId: string }): Promise<Factors> {
  const sql = writerSql();
  const [passkeys, [rest]] = await Promise.all([
    sql<Passkey[]>`select id, name, to_json(created_at) #>> '{}' as added, to_json(used_at) #>> '{}' as used
      from core.passkeys where account_id = ${accountId} order by created_at`,
    sql<{ app: boolean; codes: number }[]>`select
      exists (select from core.totp_secrets where account_id = ${accountId} and confirmed_at is not null) as app,
      (select count(*)::int from core.recovery_codes where account_id = ${accountId} and used_at is null
        and (expires_at is null or expires_at > now())) as codes`,
  ]);
  return { passkeys: [...passkeys], app: rest?.app ?? false, codes: rest?.codes ?? 0 };
}

/**
 * Why someone may not add a passkey or an app now. Whoever got hold of the mailbox of someone with a role could otherwise
 * add one of their own and wake the role with it.
 */
export function whyNotAdd(viewer: SignedIn): 'stale' | 'by_mail_only' | null {
  if (viewer.asleep.length > 0) return 'by_mail_only';
  if (viewer.roles.size > 0 && !isStrong(viewer.proof)) return 'by_mail_only';
  return isFresh(viewer) ? null : 'stale';
}

/** Whether someone with a role would be left with their mail alone if one of these went. */
export const isLastOfRole = (viewer: SignedIn, { passkeys, app }: Factors): boolean =>
  viewer.roles.size > 0 && passkeys.length + (app ? 1 : 0) === 1;
