import type { OutboxState } from '#db/schema';
import { writerSql } from '#db/writer.server';
import { maskAddress } from './mask';
import { addressLookup, isUnsaid, type MailJob } from './registry.server';

export interface MailLine {
  id: string;
  template: string;
  /** `unsaid`: it was dealt with, in a way that would tell who has an account. */
  state: OutboxState | 'unsaid';
  /** ISO 8601. */
  time: string;
  /** Masked; null when it is no longer kept, or not for operators. */
  to: string | null;
}

const MOST = 200;

interface Row extends MailJob {
  template: string;
  state: OutboxState;
  attempts: number;
  sentAt: Date | null;
}

/** What one mail's line says of it, which must not depend on whether its address is known: neither as a word nor as a time. */
const fateOf = ({ template, state, attempts, createdAt, sentAt }: Row) =>
  isUnsaid(template)
    ? { state: attempts > 0 ? ('unsaid' as const) : ('waiting' as const), time: createdAt.toISOString() }
    : { state, time: (sentAt ?? createdAt).toISOString() };

/** The newest mails of the outbox, for operators: never a text, and addresses masked. */
export async function recentMail(): Promise<MailLine[]> {
  const rows = await writerSql()<Row[]>`
    select id, template, about, state, attempts, created_at as "createdAt", sent_at as "sentAt"
    from core.outbox order by created_at desc, id limit ${MOST}`;
  const addresses = new Map<string, string>();
  for (const template of new Set(rows.map((row) => row.template))) {
    const found = await addressLookup(template)?.(rows.filter((row) => row.template === template));
    for (const [id, address] of found ?? []) addresses.set(id, maskAddress(address));
  }
  return rows.map((row) => ({
    id: row.id,
    template: row.template,
    ...fateOf(row),
    to: addresses.get(row.id) ?? null,
  }));
}
