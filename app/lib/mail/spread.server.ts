import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';

/**
 * Puts mails of one template into the outbox so that no more than `perHour` of them are due in an hour, the first at
 * once. Each `about` names rows by their ids, as in `enqueue`.
 */
export async function enqueueSpread(
  tx: Transaction,
  template: string,
  abouts: readonly Record<string, string>[],
  perHour: number,
): Promise<void> {
  if (abouts.length === 0) return;
  await tx.execute(sql`
    insert into core.outbox (template, about, run_at)
    select ${template}, about, now() + make_interval(secs => (at - 1) * 3600.0 / ${perHour}::int)
    from jsonb_array_elements(${JSON.stringify(abouts)}::jsonb) with ordinality x(about, at)`);
}
