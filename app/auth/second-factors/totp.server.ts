import { sql } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';
import { writer, writerSql } from '#db/writer.server';
import { seal, unseal } from '~/lib/sealed.server';
import { tellAccount } from '../account-news.server';
import type { SignedIn } from '../viewer';

const PURPOSE = 'authenticator app';
const PERIOD = 30;
/** Codes of the half minute before and after count too: clocks differ. */
const WINDOW = 1;

const generator = (secret: string, issuer = 'Commonweave', label = '') =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period: PERIOD, digits: 6, algorithm: 'SHA1' });

export interface NewApp {
  /** To be typed by hand, base32. */
  secret: string;
  /** `otpauth:` address that the picture holds. */
  address: string;
  /** Picture to be scanned, SVG. */
  picture: string;
}

/** The secret for an authenticator app, not in use before a code of it was typed; the same until then. */
export async function newApp(viewer: SignedIn, network: string): Promise<NewApp | null> {
  const fresh = seal(PURPOSE, new Secret({ size: 20 }).base32);
  const [row] = await writerSql()<{ secret: string; confirmed: boolean }[]>`
    insert into core.totp_secrets (account_id, secret) values (${viewer.accountId}, ${fresh})
    on conflict (account_id) do update set secret = core.totp_secrets.secret
    returning secret, confirmed_at is not null as confirmed`;
  const secret = row && !row.confirmed ? unseal(PURPOSE, row.secret) : null;
  if (!secret) return null;
  const address = generator(secret, network, viewer.name).toString();
  return { secret, address, picture: renderSVG(address, { border: 2 }) };
}

/**
 * Checks a code of an account's app, and uses it up: neither it nor one before it works again.
 * @param wants which apps count: those in use, or one that is being added and is in use from then on
 */
export async function checkAppCode(accountId: string, code: string, wants: 'in use' | 'new'): Promise<boolean> {
  if (!/^\d{6}$/.test(code)) return false;
  const [row] = await writerSql()<{ secret: string }[]>`
    select secret from core.totp_secrets where account_id = ${accountId} and (confirmed_at is not null) = ${wants === 'in use'}`;
  const secret = row && unseal(PURPOSE, row.secret);
  const delta = secret ? generator(secret).validate({ token: code, window: WINDOW }) : null;
  if (delta === null) return false;
  const step = Math.floor(Date.now() / 1000 / PERIOD) + delta;
  return writer().transaction(async (tx) => {
    const used = await tx.execute(sql`
      update core.totp_secrets set last_step = ${step}, confirmed_at = coalesce(confirmed_at, now())
      where account_id = ${accountId} and last_step < ${step} returning 1`);
    if (used.length > 0 && wants === 'new') await tellAccount(tx, accountId, 'app_added');
    return used.length > 0;
  });
}

export const removeApp = ({ accountId }: SignedIn): Promise<void> =>
  writer().transaction(async (tx) => {
    const removed = await tx.execute(sql`
      delete from core.totp_secrets where account_id = ${accountId} returning confirmed_at`);
    if (removed.some((row) => row.confirmed_at !== null)) await tellAccount(tx, accountId, 'app_removed');
  });
