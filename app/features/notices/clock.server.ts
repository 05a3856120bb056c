import { sql } from 'drizzle-orm';
import { inRounds } from '~/lib/rounds.server';
import { command } from '~/sharing/command.server';
import { writeAtOnce, writeWeeklyLetters } from './letters.server';
import { forgetOldTrouble } from './mail-trouble.server';

/** Forgets what was told long ago. */
const forgetOldLetters = (now: Date): Promise<void> =>
  command(async ({ db }) => {
    await db.execute(sql`delete from core.notice_told where expires_on < ${now.toISOString().slice(0, 10)}::date`);
    await db.execute(
      sql`delete from core.notice_letters where created_at < ${now.toISOString()}::timestamptz - interval '60 days'`,
    );
  });

/** What time brings: letters that are due, and the end of what served its time. */
export async function tellWhatIsNew(now = new Date()): Promise<void> {
  await forgetOldTrouble();
  await forgetOldLetters(now);
  await writeAtOnce(now);
  await writeWeeklyLetters(now);
}

const FIRST = 5000;
const ROUND = 10 * 60_000;

/** Looks every ten minutes; the result ends it. */
export const startNotices = (): (() => void) => inRounds('Notices', () => tellWhatIsNew(), ROUND, FIRST);
