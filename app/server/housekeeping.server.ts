import { writerSql } from '#db/writer.server';
import { mendDeparturesFile } from '~/auth/replay-departures.server';
import { endExpiredSessions } from '~/auth/session.server';
import { mendTombstonesFile } from '~/auth/tombstones.server';
import { settleByTime } from '~/features/claims/hourly.server';
import { tidyConcerns } from '~/features/concerns/clear-up.server';
import { keepFresh } from '~/features/freshness/hourly.server';
import { deleteRunOut } from '~/features/inviting/invite-somebody.server';
import { remindUnanswered } from '~/features/joining/batches/remind.server';
import { deleteUnanswered } from '~/features/joining/unanswered.server';
import { mendDelistedFile } from '~/features/operate/import/delisted.server';
import { dropOldFiles } from '~/features/operate/import-pages/files.server';
import { keepToPeriods } from '~/features/privacy/keep-to-periods.server';
import { endPauses } from '~/features/stewarding/pauses/pauses.server';
import { forgetOldLinks } from '~/features/unity/drafts/circulation.server';
import { tidyJoining } from '~/features/welcoming/clear-up.server';
import { logError } from '~/lib/log.server';
import { takeStatistics } from '~/sharing/take-statistics.server';

/** Puts the rows that the revision is kept in together; the revision stays what it is. */
export async function foldRevision(): Promise<void> {
  await writerSql()`
    with folded as (delete from ref.revision returning topic, n)
    insert into ref.revision (topic, n) select topic, sum(n) from folded group by topic`;
}

const HOUR = 3_600_000;

/** Deletes what has served its time: sessions, links, wishes to sign in, counters, imported people who never answered, mail that was dealt with. */
export async function tidy(): Promise<void> {
  const sql = writerSql();
  await endExpiredSessions();
  await mendTombstonesFile();
  await mendDeparturesFile();
  await mendDelistedFile();
  await foldRevision();
  await sql`delete from core.sign_in_tokens where expires_at < now() - interval '7 days'`;
  await sql`delete from core.sign_in_requests where created_at < now() - interval '1 day'`;
  await dropOldFiles();
  await sql`delete from core.address_changes where greatest(created_at, done_at) < now() - interval '7 days'`;
  await sql`delete from core.rate_limits where coalesce(kept_until, window_start + interval '2 days') < now()`;
  await deleteUnanswered();
  await deleteRunOut();
  await forgetOldLinks();
  await sql`delete from core.outbox where state <> 'waiting' and created_at < now() - interval '30 days'`;
}

/** What the hours bring: each by itself, so that one that fails keeps no other from its turn. */
const HOURLY: Record<string, () => Promise<unknown>> = {
  Housekeeping: tidy,
  'Reminding the invited': () => remindUnanswered(),
  'Periods of the policy': () => keepToPeriods(),
  'Numbers of the day': () => takeStatistics(),
  'Ending pauses': () => endPauses(),
  Concerns: () => tidyConcerns(),
  'Settling claims': () => settleByTime(),
  'Keeping entries fresh': () => keepFresh(),
  'Those who ask to join': () => tidyJoining(),
};

/** Does what is due now and every hour; the result ends it. */
export function startHousekeeping(): () => void {
  const run = async () => {
    for (const [name, work] of Object.entries(HOURLY)) await work().catch((error) => logError(name, error));
  };
  void run();
  const timer = setInterval(run, HOUR);
  return () => clearInterval(timer);
}
