import { sql } from 'drizzle-orm';
import type { DuplicateChoice } from '#db/schema/imports';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import { isUuid } from '~/lib/uuid';
import { command, type Unit } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { isDuplicateNote, type RowNote } from '../import/notes';

/** A row of an import that became a group, and the group that may be the same. */
export interface Pair extends Record<string, unknown> {
  line: number;
  /** In the file's words. */
  name: string;
  notes: RowNote[];
  /** The group the row became, and the one that was there before it. */
  other: string;
  ours: string;
  /** Null while it waits. */
  choice: DuplicateChoice | null;
  decidedBy: string | null;
  decidedAt: string | null;
}

/**
 * The pairs of a run in the file's order, or the one of a line: those that were decided, and those of which both groups
 * are there still. A group that was decided to be another one leads to that.
 */
export async function pairsOf({ db }: Unit, runId: string, line: number | null = null): Promise<Pair[]> {
  const rows = await db.execute<Pair>(sql`
    with recursive heads as (
      select r.line, coalesce(r.name, '') as name, r.notes, r.subject_id as other, coalesce(d.group_id, r.suspected_duplicate_of) as ours,
        d.choice, d.decided_by, d.created_at, 0 as depth
      from core.import_rows r left join core.duplicate_decisions d on d.run_id = r.run_id and d.other_id = r.subject_id
      where r.run_id = ${runId} and r.suspected_duplicate_of is not null and r.outcome = 'created' and r.undo is null
        and (${line}::int is null or r.line = ${line})
      union all
      select h.line, h.name, h.notes, h.other, d.group_id, h.choice, h.decided_by, h.created_at, h.depth + 1
      from heads h join core.duplicate_decisions d on d.other_id = h.ours and d.choice <> 'both'
      where h.choice is null and h.depth < 100
    )
    select distinct on (h.line) h.line, h.name, h.notes, h.other, h.ours, h.choice, h.decided_by as "decidedBy",
      to_char(h.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "decidedAt"
    from heads h join core.groups o on o.id = h.ours
    where h.choice is not null or (h.ours <> h.other and exists (select from core.groups t where t.id = h.other))
    order by h.line, h.depth desc`);
  return [...rows];
}

export interface RunPairs {
  runId: string;
  fileName: string;
  pairs: Pair[];
  /** What groups are called, by their ids, and whether their website is told. */
  names: Map<string, { name: string; slug: string; website: boolean }>;
}

/**
 * The pairs of a run that are there for the viewer: those whose groups they may see.
 * @throws DomainError `not_found` for whoever is no operator, an unknown run, and one that was taken back
 */
export async function runPairs(viewer: SignedIn, runId: string): Promise<RunPairs> {
  mustBe(viewer, 'operator');
  if (!isUuid(runId)) throw notFound();
  const { run, pairs } = await command(async (unit) => {
    const [run] = await unit.db.execute<{ file_name: string }>(sql`
      select file_name from core.import_runs where id = ${runId} and kind = 'groups' and undo_started_at is null`);
    return { run, pairs: run ? await pairsOf(unit, runId) : [] };
  });
  if (!run) throw notFound();
  const names = new Map(
    (
      await readAs(viewer)<{ id: string; name: string; slug: string; website: boolean }[]>`
        select group_id as id, name, slug, website is not null as website from groups where group_id = any(${pairs.flatMap(({ ours, other }) => [ours, other])}::uuid[])`
    ).map(({ id, ...shown }) => [id, shown]),
  );
  const shown = pairs.filter(({ ours, other, choice }) => names.has(ours) && (choice !== null || names.has(other)));
  return { runId, fileName: run.file_name, pairs: shown, names };
}

/** How many pairs of a run wait. */
export const waitingPairs = async (unit: Unit, runId: string): Promise<number> =>
  (await pairsOf(unit, runId)).filter(({ choice }) => choice === null).length;

/** `like_here` where the viewer may not see what the two share. */
export type Because = 'same_name' | 'same_website' | 'near_name' | 'like_here';

/** Why the two may be the same. */
export function becauseOf({ notes, ours }: Pair, names: RunPairs['names']): Because {
  const because = (notes.find(isDuplicateNote)?.code as Because | undefined) ?? 'same_name';
  return because === 'same_website' && !names.get(ours)?.website ? 'like_here' : because;
}

/** The pair that waits behind a line, or else the first one that does. */
export function nextWaiting(pairs: readonly Pair[], behind = 0): number | null {
  const waiting = pairs.filter(({ choice, line }) => choice === null && line !== behind).map(({ line }) => line);
  return waiting.find((line) => line > behind) ?? waiting[0] ?? null;
}
