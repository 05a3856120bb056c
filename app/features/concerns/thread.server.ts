import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import type { EntryKind } from '#db/schema/concerns';
import type { Viewer } from '~/auth/viewer';
import { type Party, readableBy } from './entries';
import { namesFor } from './names.server';

/** Something said or done, as one party reads it. */
export interface ShownEntry {
  id: string;
  kind: EntryKind;
  round: number;
  words: string | null;
  /** ISO date and time. */
  at: string;
  /** The steward who did it, by the name this reader may see; null for one without, and for what a party said. */
  steward: string | null;
  mine: boolean;
}

interface Row extends Record<string, unknown> {
  id: string;
  kind: EntryKind;
  round: number;
  words: string | null;
  at: string;
  saidBy: string | null;
  doneBy: string | null;
}

/** The entries of a concern that a party reads, oldest first: what they may not read is not fetched. */
export const readEntries = async (db: Transaction, concernId: string, party: Party): Promise<Row[]> => [
  ...(await db.execute<Row>(sql`
    select id, kind, round, words, to_json(created_at) #>> '{}' as at, said_by as "saidBy", done_by as "doneBy"
    from core.concern_entries where concern_id = ${concernId}
      and kind || ' ' || round in (select jsonb_array_elements_text(${JSON.stringify(readableBy(party))}::jsonb))
    order by created_at, id`)),
];

/** Entries with the names of stewards as the reader may see them. */
export async function asShown(viewer: Viewer, rows: readonly Row[]): Promise<ShownEntry[]> {
  const names = await namesFor(
    viewer,
    rows.map(({ doneBy }) => doneBy),
  );
  const me = viewer.kind === 'person' ? viewer.personId : null;
  return rows.map(({ saidBy, doneBy, ...entry }) => ({
    ...entry,
    steward: names.get(doneBy ?? '')?.name ?? null,
    mine: me !== null && (saidBy ?? doneBy) === me,
  }));
}

/** Those who hear a concern or its appeal, by the names the reader may see; null for one without. */
export async function hearersFor(
  viewer: Viewer,
  hearers: readonly { id: string; round: number }[],
  round: number,
): Promise<(string | null)[]> {
  const ids = hearers.filter((each) => each.round === round).map(({ id }) => id);
  const names = await namesFor(viewer, ids);
  return ids.map((id) => names.get(id)?.name ?? null);
}

export const readHearers = async (db: Transaction, concernId: string) => [
  ...(await db.execute<{ id: string; round: number }>(sql`
    select person_id as id, round from core.concern_hearers where concern_id = ${concernId} order by created_at, person_id`)),
];
