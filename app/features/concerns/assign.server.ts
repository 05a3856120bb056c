import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { concernHearers } from '#db/schema/concerns';
import { CLOCK } from '~/auth/actor';
import { writeDown } from '~/auth/audit/append.server';
import { enqueue } from '~/lib/mail/outbox.server';
import { outsidePerson } from './outside.server';
import { stateColumn } from './rounds.server';
import { type Hearer, uninvolved } from './uninvolved.server';

export const HEARER_MAIL = 'concern-hearer';
export const OUTSIDE_MAIL = 'concern-outside';
export const HEARERS = 2;

/**
 * Gives a concern to these stewards and tells them that one waits. The audit says that one was given to somebody, not which or
 * to whom: every steward reads it, and so may the one it concerns.
 */
export async function giveTo(db: Transaction, concernId: string, round: number, hearers: readonly Hearer[]) {
  for (const { id: personId, account } of hearers) {
    await db.insert(concernHearers).values({ concernId, personId, round }).onConflictDoNothing();
    await enqueue(db, HEARER_MAIL, { concern: concernId, account });
  }
  await writeDown(db, CLOCK, { action: 'concern_assigned' });
}

/** Writes the mail with a concern, or an appeal, to the person outside. */
export const mailOutside = (db: Transaction, concern: string, round: number): Promise<string> =>
  enqueue(db, OUTSIDE_MAIL, { concern, round: String(round) });

/** Leaves a concern (round 1) or an appeal (round 2) to the person outside, who is sent it by mail. */
export async function passOutside(db: Transaction, concernId: string, round: number, outsideId: string): Promise<void> {
  await db.execute(sql`
    update core.concerns set ${stateColumn(round)} = 'outside', outside_id = ${outsideId}, ended_at = null where id = ${concernId}`);
  await mailOutside(db, concernId, round);
}

/**
 * Finds who hears a concern or an appeal: two stewards who are not involved, otherwise the trusted person outside.
 * @returns `nobody` where there is neither, and then nothing was changed
 */
export async function findHearers(
  db: Transaction,
  concernId: string,
  round: number,
  onlyOutside = false,
): Promise<'stewards' | 'outside' | 'nobody'> {
  const hearers = onlyOutside ? [] : await uninvolved(db, concernId, HEARERS);
  if (hearers.length === HEARERS) {
    await giveTo(db, concernId, round, hearers);
    return 'stewards';
  }
  const outside = await outsidePerson(db);
  if (!outside) return 'nobody';
  await passOutside(db, concernId, round, outside.id);
  return 'outside';
}
