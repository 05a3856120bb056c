import { setTimeout as pause } from 'node:timers/promises';
import { writerSql } from '#db/writer.server';
import { logError } from '~/lib/log.server';
import { backoffSeconds } from './backoff';
import { type Delivery, deliver, hasMailKey, mayUseMail } from './deliver.server';
import { onEnqueued } from './outbox.server';
import { afterSent, type MailJob, mailHandler } from './registry.server';
import { renderLetter } from './render.server';

const LEASE_SECONDS = 90;
const BATCH = 5;
const GIVE_UP_HOURS = 23;
const ROUND_MILLISECONDS = 5000;
const STOP_MILLISECONDS = 3000;
/** Between two mails that can wait: the provider takes two requests a second. */
const BULK_MILLISECONDS = 600;

interface Claimed extends MailJob {
  template: string;
  bulk: boolean;
  attempts: number;
  firstTriedAt: Date;
}

/** Takes due mails for a while: no other worker gets them until the lease ends, whether or not this process lives. */
const claim = () => writerSql()<Claimed[]>`
  update core.outbox set leased_until = now() + make_interval(secs => ${LEASE_SECONDS}), attempts = attempts + 1,
    first_tried_at = coalesce(first_tried_at, now())
  where id in (
    select id from core.outbox
    where state = 'waiting' and run_at <= now() and (leased_until is null or leased_until < now())
    order by bulk, run_at limit ${BATCH} for update skip locked)
  returning id, template, about, bulk, attempts, created_at as "createdAt", first_tried_at as "firstTriedAt"`;

async function attempt(job: Claimed): Promise<Delivery | { outcome: 'dropped' }> {
  const handler = mailHandler(job.template);
  if (!handler) return { outcome: 'retry', reason: 'no handler', retryAfter: 0 };
  try {
    const mail = await handler(job);
    return mail ? await deliver(job.id, await renderLetter(mail)) : { outcome: 'dropped' };
  } catch (error) {
    logError(`Mail ${job.template}`, error);
    return { outcome: 'retry', reason: 'could not be rendered', retryAfter: 0 };
  }
}

async function settle(job: Claimed, result: Awaited<ReturnType<typeof attempt>>): Promise<void> {
  const sql = writerSql();
  if (result.outcome === 'sent') {
    await sql`update core.outbox set state = 'sent', sent_at = now(), provider_id = ${result.providerId}, leased_until = null, last_error = null where id = ${job.id}`;
    await afterSent(job.template)?.(job).catch((error) => logError(`After mail ${job.template}`, error));
    return;
  }
  if (result.outcome === 'dropped') {
    await sql`update core.outbox set state = 'dropped', leased_until = null where id = ${job.id} and state = 'waiting'`;
    return;
  }
  const wait = result.outcome === 'retry' ? backoffSeconds(job.attempts, result.retryAfter) : 0;
  const late = job.firstTriedAt.getTime() + GIVE_UP_HOURS * 3_600_000 < Date.now() + wait * 1000;
  const state = result.outcome === 'failed' || late ? 'failed' : 'waiting';
  await sql`update core.outbox set state = ${state}, last_error = ${result.reason}, leased_until = null,
    run_at = now() + make_interval(secs => ${wait}) where id = ${job.id} and state = 'waiting'`;
}

/**
 * Sends what is due and returns how many mails were handled: at once what someone waits for, the rest one by one.
 * Does nothing while no key is set or the mail service may not be used: mail waits.
 */
export async function sendDueMail(between = BULK_MILLISECONDS): Promise<number> {
  if (!hasMailKey() || !(await mayUseMail())) return 0;
  const jobs = await claim();
  const handle = async (job: Claimed) => settle(job, await attempt(job));
  await Promise.all(jobs.filter(({ bulk }) => !bulk).map(handle));
  for (const job of jobs.filter(({ bulk }) => bulk)) {
    await handle(job);
    await pause(between);
  }
  return jobs.length;
}

export interface MailWorker {
  /** Ends after the round that is under way, or three seconds. */
  stop(): Promise<void>;
}

/** Sends mail in the background: at once when this process enqueues some, and every few seconds. */
export function startMailWorker(): MailWorker {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | undefined;
  const run = (): void => {
    if (stopped || round) return;
    clearTimeout(timer);
    round = (async () => {
      try {
        while (!stopped && (await sendDueMail()) > 0);
      } catch (error) {
        logError('The mail worker', error);
      }
      round = undefined;
      if (!stopped) timer = setTimeout(run, ROUND_MILLISECONDS);
    })();
  };
  const unsubscribe = onEnqueued(run);
  run();
  return {
    async stop() {
      stopped = true;
      unsubscribe();
      clearTimeout(timer);
      // A provider that hangs is not waited for: the lease ends, and the same mail is sent under the same key.
      await Promise.race([round, new Promise((resolve) => setTimeout(resolve, STOP_MILLISECONDS).unref())]);
    },
  };
}
