import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { addressChanges } from '#db/schema/accounts';
import { writer } from '#db/writer.server';
import { enqueue } from '~/lib/mail/outbox.server';
import { linkHash, linkToken, tokenHash } from '~/lib/one-time-links.server';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { shutOut } from './sign-out.server';
import type { SignedIn } from './viewer';

export const ADDRESS_CONFIRM_MAIL = 'address-confirm';
export const ADDRESS_CHANGED_MAIL = 'address-changed';
const CONFIRM_LINK = 'confirm an address';
const UNDO_LINK = 'undo a change of address';
/** Hours in which the new address answers, and then those in which the old one can take it back. */
export const CONFIRM_HOURS = 24;
export const UNDO_HOURS = 72;

export const confirmToken = (id: string): string => linkToken(CONFIRM_LINK, id);
export const undoToken = (id: string): string => linkToken(UNDO_LINK, id);

/**
 * Notes that someone wants to sign in with another address and queues a mail to it. The same is done for an address that
 * somebody has already: only the mail worker looks that up. The result is 0, or the seconds to wait if it was too often.
 */
export async function askAddressChange(viewer: SignedIn, newEmail: string): Promise<number> {
  const wait = await hitRateLimits([
    { what: 'address change', subject: viewer.accountId, most: 5, seconds: 86_400 },
    { what: 'address change to', subject: newEmail, most: 3, seconds: 86_400 },
  ]);
  if (wait > 0) return wait;
  const id = randomUUID();
  await writer().transaction(async (tx) => {
    await tx.execute(sql`
      insert into core.address_changes (id, account_id, old_email, new_email, confirm_hash, undo_hash)
      select ${id}, id, email, ${newEmail}, ${tokenHash(confirmToken(id))}, ${tokenHash(undoToken(id))}
      from core.accounts where id = ${viewer.accountId}`);
    await enqueue(tx, ADDRESS_CONFIRM_MAIL, { change: id });
  });
  return 0;
}

export type AddressLink = { kind: 'confirm' | 'undo'; state: 'good' | 'spent' } | { kind: null; state: 'unknown' };

interface Found extends Record<string, unknown> {
  id: string;
  accountId: string;
  oldEmail: string;
  newEmail: string;
  kind: 'confirm' | 'undo';
  good: boolean;
}

async function find(db: Pick<Transaction, 'execute'>, token: string, lock = false): Promise<Found | null> {
  const hash = linkHash(token);
  if (!hash) return null;
  const [row] = await db.execute<Found>(sql`
    select id, account_id as "accountId", old_email as "oldEmail", new_email as "newEmail",
      case when confirm_hash = ${hash} then 'confirm' else 'undo' end as kind,
      case when confirm_hash = ${hash}
        then done_at is null and undone_at is null and created_at > now() - make_interval(hours => ${CONFIRM_HOURS})
        else done_at > now() - make_interval(hours => ${UNDO_HOURS}) and undone_at is null end as good
    from core.address_changes where ${hash} in (confirm_hash, undo_hash) ${lock ? sql`for update` : sql``}`);
  return row ?? null;
}

/** What a link of either mail is worth now. */
export async function addressLink(token: string): Promise<AddressLink> {
  const found = await find(writer(), token);
  if (!found) return { kind: null, state: 'unknown' };
  return { kind: found.kind, state: found.good ? 'good' : 'spent' };
}

/** Does what a link is for: the new address takes over and the old one is told, or the old one takes back. False if it was too late. */
export function followAddressLink(token: string): Promise<boolean> {
  return writer().transaction(async (tx) => {
    const found = await find(tx, token, true);
    if (!found?.good) return false;
    return found.kind === 'confirm' ? takeOver(tx, found) : takeBack(tx, found);
  });
}

async function takeOver(tx: Transaction, { id, accountId, newEmail }: Found): Promise<boolean> {
  const [changed] = await tx.execute(sql`
    update core.accounts set email = ${newEmail} where id = ${accountId}
      and not exists (select from core.accounts where email = ${newEmail}) returning 1`);
  if (!changed) return false;
  await tx.update(addressChanges).set({ doneAt: new Date() }).where(sql`id = ${id}`);
  await enqueue(tx, ADDRESS_CHANGED_MAIL, { change: id });
  return true;
}

/**
 * Whoever changed the address may still be signed in, wait for mail at the new one, and hold the links of changes that came
 * after it: all of that ends.
 */
async function takeBack(tx: Transaction, { id, accountId, oldEmail }: Found): Promise<boolean> {
  const [changed] = await tx.execute(sql`
    update core.accounts set email = ${oldEmail} where id = ${accountId}
      and not exists (select from core.accounts where email = ${oldEmail} and id <> ${accountId}) returning 1`);
  if (!changed) return false;
  await tx.execute(sql`
    update core.address_changes set undone_at = now() where account_id = ${accountId} and undone_at is null
      and (done_at is null or done_at >= (select done_at from core.address_changes where id = ${id}))`);
  await shutOut(tx, accountId);
  return true;
}
