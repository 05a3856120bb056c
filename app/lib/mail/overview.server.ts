import type { OutboxState } from '#db/schema';
import { writerSql } from '#db/writer.server';
import { maskAddress } from './mask';
import { addressLookup, type MailJob } from './registry.server';

export interface MailLine {
  id: string;
  template: string;
  state: OutboxState;
  /** ISO 8601. */
  time: string;
  /** Masked; null when it is no longer kept. */
  to: string | null;
}

const MOST = 200;

/** The newest mails of the outbox, for operators: never a text, and addresses masked. */
export async function recentMail(): Promise<MailLine[]> {
  const rows = await writerSql()<(MailJob & { template: string; state: OutboxState; sentAt: Date | null })[]>`
    select id, template, about, state, created_at as "createdAt", sent_at as "sentAt"
    from core.outbox order by created_at desc, id limit ${MOST}`;
  const addresses = new Map<string, string>();
  for (const template of new Set(rows.map((row) => row.template))) {
    const found = await addressLookup(template)?.(rows.filter((row) => row.template === template));
    for (const [id, address] of found ?? []) addresses.set(id, maskAddress(address));
  }
  return rows.map(({ id, template, state, createdAt, sentAt }) => ({
    id,
    template,
    state,
    time: (sentAt ?? createdAt).toISOString(),
    to: addresses.get(id) ?? null,
  }));
}
