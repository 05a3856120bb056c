import { sql } from 'drizzle-orm';
import { eraseLeavers } from '~/auth/departures.server';
import { command } from '~/sharing/command.server';
import { daysNoted } from '~/sharing/retention';

/**
 * Deletes what the policy in force keeps no longer: people whose account has ended, with everything that is kept for as
 * long as it stands, and the record of who opened whose contact details. What belongs to a group goes with its row.
 */
export async function keepToPeriods(now = new Date()): Promise<void> {
  await eraseLeavers(now);
  await command(({ db, policy }) => {
    const before = new Date(now.getTime() - daysNoted(policy) * 86_400_000).toISOString();
    return db.execute(sql`delete from core.contact_openings where opened_at <= ${before}::timestamptz`);
  });
}
