import { writerSql } from '#db/writer.server';
import { mustBe } from '../must-be';
import type { Viewer } from '../viewer';
import type { AuditAction } from './append.server';
import { type ChainedEntry, firstBroken } from './chain';

const PAGE = 50;

/** An entry with the people it names by their ids; null for the console, nobody, or someone who has left. */
export interface AuditRow {
  seq: number;
  at: string;
  action: AuditAction;
  byConsole: boolean;
  actorId: string | null;
  aboutSomeone: boolean;
  subjectId: string | null;
  detail: Record<string, string | number>;
}

export interface AuditPage {
  rows: AuditRow[];
  /** Entry to go on before; null on the last page. */
  next: number | null;
}

/**
 * Entries from the newest on, for stewards.
 * @throws DomainError `not_found` for anyone else
 */
export async function auditPage(viewer: Viewer, before: number | null): Promise<AuditPage> {
  mustBe(viewer, 'steward');
  const rows = await writerSql()<AuditRow[]>`
    select a.seq::int as seq, to_json(a.at) #>> '{}' as at, a.action, a.actor_key = 'console' as "byConsole",
      doer.person_id as "actorId", a.subject_key is not null as "aboutSomeone", whom.person_id as "subjectId", a.detail
    from core.audit a left join core.subject_keys doer on doer.key::text = a.actor_key
    left join core.subject_keys whom on whom.key::text = a.subject_key
    where ${before}::bigint is null or a.seq < ${before}::bigint order by a.seq desc limit ${PAGE + 1}`;
  const shown = rows.slice(0, PAGE);
  return { rows: shown, next: rows.length > PAGE ? (shown.at(-1)?.seq ?? null) : null };
}

/** Number of the first entry that was changed, taken out or put in; null if none was. */
export async function brokenEntry(): Promise<number | null> {
  const rows = await writerSql()<(Omit<ChainedEntry, 'at'> & { at: Date })[]>`
    select seq::int as seq, at, actor_key as "actorKey", action, subject_key as "subjectKey", detail,
      previous_hash as "previousHash", hash from core.audit order by seq`;
  return firstBroken(rows.map((row) => ({ ...row, at: row.at.toISOString() })));
}
