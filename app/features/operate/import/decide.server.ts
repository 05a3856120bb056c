import { sql } from 'drizzle-orm';
import { currentGroups } from '~/features/directory/group-batch.server';
import type { GroupValues } from '~/features/directory/groups.schema';
import { type GroupColumn, sharedColumns } from '~/features/directory/shared-columns.server';
import type { ReaderAudience } from '~/lib/audience';
import type { Unit } from '~/sharing/command.server';
import { uuids } from '~/sharing/load-records.server';
import type { RowNote } from './notes';
import type { Planned } from './plan.server';

interface Stored {
  id: string;
  standing: string;
  version: number;
}

/** What is to be done with a row: written over `before` or as a new group, or left alone. */
export type Decided =
  | { kind: 'write'; planned: Planned; values: GroupValues; before: Stored | null }
  | { kind: 'skip'; planned: Planned; why: RowNote | null; groupId: string | null };

/** Whose eyes an import has: it tells nothing of a group, and writes nothing of it, that they may not see. */
export type Reader = ReaderAudience | 'owner';

/**
 * Decides rows by what is stored of them, which nobody can change until the transaction ends. What the reader may not
 * see of a group is not compared, and stays as it is; `owner`, who runs the machine and holds the database, sees all.
 */
export async function decideBatch(
  unit: Unit,
  source: string,
  batch: readonly Planned[],
  reader: Reader,
): Promise<Decided[]> {
  const stored = await storedGroups(unit, source, batch);
  const ids = [...stored.values()].map(({ id }) => id);
  const [current, versions] = [await currentGroups(unit.db, ids), await importedVersions(unit, ids)];
  const shared = reader === 'owner' ? null : await sharedColumns(unit, reader, ids);
  return batch.map((planned): Decided => {
    const before = stored.get(planned.sourceId) ?? null;
    const skip = (code: RowNote['code']): Decided => ({
      kind: 'skip',
      planned,
      why: { code },
      groupId: before?.id ?? null,
    });
    if (!planned.values) return { kind: 'skip', planned, why: planned.skip, groupId: null };
    const write = { kind: 'write', planned, values: planned.values, before } as const;
    if (before) {
      const seen = shared?.(before.id);
      if (seen && !seen.has('name')) return skip('like_here');
      const stored = current.get(before.id);
      const values = seen && stored ? seenOnly(planned.values, stored, seen) : planned.values;
      if (same(stored, values)) return skip('unchanged');
      if (before.standing !== 'listed') return skip('claimed');
      if (before.version > (versions.get(before.id) ?? 1)) return skip('edited');
      if (seen && saysUnseen(planned.values, seen)) return { ...write, planned: keptHidden(planned), values };
      return { ...write, values };
    }
    return write;
  });
}

async function storedGroups({ db }: Unit, source: string, batch: readonly Planned[]): Promise<Map<string, Stored>> {
  const ids = batch.filter(({ values }) => values).map(({ sourceId }) => sourceId);
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: string; source_id: string; standing: string; version: number }>(sql`
    select id, source_id, standing, version from core.groups
    where source = ${source} and source_id = any(array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)))
    order by id for update`);
  return new Map(rows.map(({ source_id, id, standing, version }) => [source_id, { id, standing, version }]));
}

/** The version each group had after the last import that wrote it: a higher one was saved by people. */
async function importedVersions({ db }: Unit, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: string; version: number }>(sql`
    select r.subject_id as id, max((note ->> 'detail')::int) as version
    from core.import_rows r, jsonb_array_elements(r.notes) note
    where r.subject_id = any(${uuids(ids)}) and r.undo is distinct from 'undone' and note ->> 'code' = 'version'
    group by r.subject_id`);
  return new Map(rows.map((row) => [row.id, Number(row.version)]));
}

/** The new values of what is seen, and the stored ones of the rest. */
const seenOnly = (values: GroupValues, stored: GroupValues, seen: ReadonlySet<GroupColumn>): GroupValues =>
  Object.fromEntries(
    (Object.keys(values) as GroupColumn[]).map((column) => [column, (seen.has(column) ? values : stored)[column]]),
  ) as GroupValues;

/** Whether the file says something of what is not seen. */
const saysUnseen = (values: GroupValues, seen: ReadonlySet<GroupColumn>): boolean =>
  (Object.keys(values) as GroupColumn[]).some((column) => !seen.has(column) && String(values[column] ?? '') !== '');

const keptHidden = (planned: Planned): Planned => ({
  ...planned,
  notes: [...planned.notes, { code: 'kept_hidden' }],
});

function same(current: GroupValues | undefined, values: GroupValues): boolean {
  if (!current) return false;
  const comparable = (group: GroupValues) =>
    JSON.stringify(
      Object.keys(values)
        .sort()
        .map((key) =>
          key === 'interestIds'
            ? [...group.interestIds].sort((a, b) => a - b)
            : key === 'links'
              ? group.links.map(({ url, label }) => [url, label])
              : group[key as keyof GroupValues],
        ),
    );
  return comparable(current) === comparable(values);
}
