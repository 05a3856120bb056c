import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { concernOutside } from '#db/schema/concerns';
import { CLOCK } from '~/auth/actor';
import { writeDown } from '~/auth/audit/append.server';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { enqueue } from '~/lib/mail/outbox.server';
import { linkHash, linkToken } from '~/lib/one-time-links.server';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';

export const OUTSIDE_LINK = 'take concerns from outside';
export const OUTSIDE_ASK_MAIL = 'concern-outside-ask';

/** The trusted person outside who said yes; null if there is none. */
export async function outsidePerson(db: Pick<Transaction, 'execute'>): Promise<{ id: string; name: string } | null> {
  const [row] = await db.execute<{ id: string; name: string }>(
    sql`select id, name from core.concern_outside where agreed_at is not null order by agreed_at desc limit 1`,
  );
  return row ?? null;
}

export interface OutsideInput {
  name: string;
  email: string;
  locale: Locale;
}

/** The row of somebody outside, with the hash of the link by which they answer. */
export const outsideRow = (input: OutsideInput) => {
  const id = randomUUID();
  return { id, ...input, linkHash: linkHash(linkToken(OUTSIDE_LINK, id)) ?? '' };
};

/** Asks somebody outside to be the trusted person. Whoever is it now stays until they say yes. */
export function nameOutside(viewer: SignedIn, input: OutsideInput): Promise<void> {
  mustBe(viewer, 'steward');
  return command(async ({ db }) => {
    await db.execute(sql`delete from core.concern_outside where agreed_at is null`);
    const row = outsideRow(input);
    await db.insert(concernOutside).values(row);
    await enqueue(db, OUTSIDE_ASK_MAIL, { outside: row.id });
    await writeDown(db, viewer, { action: 'concern_outside', detail: { what: 'named' } });
  });
}

/** Has no trusted person outside any more, nor anybody who was asked to be. */
export function removeOutside(viewer: SignedIn): Promise<boolean> {
  mustBe(viewer, 'steward');
  return command(async ({ db }) => {
    const gone = await db.delete(concernOutside).returning({ id: concernOutside.id });
    if (gone.length > 0) await writeDown(db, viewer, { action: 'concern_outside', detail: { what: 'removed' } });
    return gone.length > 0;
  });
}

type LinkState = 'good' | 'spent' | 'unknown';

/** What the link of somebody outside is worth; looking at it changes nothing. */
export const outsideLink = (token: string): Promise<{ name: string; state: LinkState }> =>
  command(async ({ db }) => {
    const [row] = await db.execute<{ name: string; agreed: boolean }>(
      sql`select name, agreed_at is not null as agreed from core.concern_outside where link_hash = ${linkHash(token)}`,
    );
    return { name: row?.name ?? '', state: row ? (row.agreed ? 'spent' : 'good') : 'unknown' };
  });

/** Whoever reads the address says yes: from now on they are the trusted person outside, and nobody else is. */
export const agreeOutside = (token: string): Promise<boolean> =>
  command(async ({ db }) => {
    const [row] = await db.execute<{ id: string }>(sql`
      update core.concern_outside set agreed_at = now() where link_hash = ${linkHash(token)} and agreed_at is null returning id`);
    if (!row) return false;
    await db.execute(sql`delete from core.concern_outside where id <> ${row.id} and agreed_at is not null`);
    await writeDown(db, CLOCK, { action: 'concern_outside', detail: { what: 'agreed' } });
    return true;
  });
