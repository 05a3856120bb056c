import type { Sql } from '#db/client.server';
import { openingNumber } from '#db/reader.server';
import { currentRequest, oncePerRequest } from '~/lib/http/request-store.server';

/** How often what visitors read, and the reference data, were changed so far: both only ever grow. */
export interface Revision {
  shown: number;
  reference: number;
  /** Rows it is kept in. */
  rows: number;
}

/** Where a request keeps the revision it reads under. */
export const REVISION = Symbol('revision');

/** The revision as committed now. `sql` may be any role's. */
export async function readRevision(sql: Sql): Promise<Revision> {
  const [row] = await sql<[Revision]>`
    select coalesce(sum(n) filter (where topic = 'shown'), 0)::float8 as shown,
      coalesce(sum(n) filter (where topic = 'reference'), 0)::float8 as reference, count(*)::int as rows
    from ref.revision`;
  return row;
}

/** After a change: what this request reads from here on, it reads under the revision of that change or a later one. */
export const forgetRevision = (): void => void currentRequest()?.memo.delete(REVISION);

/**
 * Reads something of the reference data once per revision and not per request. What a request gets was read after that
 * request asked for the revision, so it is never older.
 */
export function perRevision<T>(read: (sql: Sql) => Promise<T>): (sql: Sql) => Promise<T> {
  let kept: { key: string; value: Promise<T> } | undefined;
  return async (sql) => {
    const { reference } = await oncePerRequest(REVISION, () => readRevision(sql));
    const key = `${openingNumber()} ${reference}`;
    if (kept?.key === key) return kept.value;
    const fresh = { key, value: read(sql) };
    kept = fresh;
    fresh.value.catch(() => {
      if (kept === fresh) kept = undefined;
    });
    return fresh.value;
  };
}
