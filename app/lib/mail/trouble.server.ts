import { writerSql } from '#db/writer.server';

/** What an operator has to know of mail that does not go out. */
export interface MailTrouble {
  /** Mails that were given up, and that nobody took note of yet. */
  failed: number;
  /** Mails that are still tried, after several attempts. */
  late: number;
  /** What the mail service said, as codes such as `403 invalid_api_key`; the commonest first, without text or address. */
  reasons: string[];
}

const SEVERAL = 5;
const MOST_REASONS = 3;

/** The trouble there is with mail; null when there is none. */
export async function troubleWithMail(): Promise<MailTrouble | null> {
  const rows = await writerSql()<{ reason: string | null; failed: number; late: number }[]>`
    select last_error as reason, count(*) filter (where state = 'failed')::int as failed,
      count(*) filter (where state = 'waiting')::int as late
    from core.outbox
    where (state = 'failed' and noted_at is null) or (state = 'waiting' and attempts >= ${SEVERAL})
    group by last_error order by count(*) desc, last_error`;
  if (rows.length === 0) return null;
  const sum = (of: 'failed' | 'late') => rows.reduce((all, row) => all + row[of], 0);
  return {
    failed: sum('failed'),
    late: sum('late'),
    reasons: rows.flatMap(({ reason }) => reason ?? []).slice(0, MOST_REASONS),
  };
}

/** Starts over with every mail that was given up. One that went out after all is known to the mail service by its key. */
export async function tryAgain(): Promise<void> {
  await writerSql()`
    update core.outbox set state = 'waiting', attempts = 0, first_tried_at = null, run_at = now()
    where state = 'failed' and noted_at is null`;
}

/** Lets the mails that were given up so far rest. */
export async function takeNote(): Promise<void> {
  await writerSql()`update core.outbox set noted_at = now() where state = 'failed' and noted_at is null`;
}
