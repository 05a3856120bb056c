import { and, eq, inArray, sql } from 'drizzle-orm';
import { groups } from '#db/schema/groups';
import { topicProposals } from '#db/schema/vocabularies';
import type { Actor } from '~/auth/actor';
import { createGroup, currentGroup, updateGroup } from '~/features/directory/group-commands.server';
import type { GroupValues } from '~/features/directory/groups.schema';
import type { Unit } from '~/sharing/command.server';
import type { RowNote } from './notes';
import type { Planned } from './plan.server';
import type { RowReport } from './report';

interface Stored {
  id: string;
  sourceId: string | null;
  standing: string;
  version: number;
}

export interface Source {
  name: string;
  note: string;
}

/**
 * Writes planned rows within one command. A row that the database refuses is skipped with the reason and takes no other
 * row with it.
 */
export async function writeBatch(
  actor: Actor,
  unit: Unit,
  source: Source,
  batch: readonly Planned[],
): Promise<RowReport[]> {
  // Two imports of one source at once would both find nothing and then collide.
  await unit.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`import ${source.name}`}))`);
  const stored = await storedGroups(unit, source.name, batch);
  const versions = await importedVersions(
    unit,
    [...stored.values()].map(({ id }) => id),
  );
  const reports: RowReport[] = [];
  for (const planned of batch) {
    const before = stored.get(planned.sourceId);
    reports.push(
      planned.values
        ? await writeRow(actor, unit, source, { ...planned, values: planned.values }, before, versions)
        : skipped(planned, planned.skip),
    );
  }
  return reports;
}

const report = (planned: Planned, rest: Pick<RowReport, 'outcome' | 'groupId' | 'notes'>): RowReport => ({
  row: planned.row,
  name: planned.name,
  unplaced: planned.unplaced,
  ...rest,
});

const skipped = (planned: Planned, why: RowNote | null, groupId: string | null = null) =>
  report(planned, { outcome: 'skipped', groupId, notes: why ? [why, ...planned.notes] : planned.notes });

type Writable = Planned & { values: GroupValues };

async function writeRow(
  actor: Actor,
  unit: Unit,
  source: Source,
  planned: Writable,
  before: Stored | undefined,
  versions: Map<string, number>,
): Promise<RowReport> {
  if (before) {
    if (same(await currentGroup(unit.db, before.id), planned.values))
      return skipped(planned, { code: 'unchanged' }, before.id);
    if (before.standing !== 'listed') return skipped(planned, { code: 'claimed' }, before.id);
    if (before.version > (versions.get(before.id) ?? 1)) return skipped(planned, { code: 'edited' }, before.id);
  }
  try {
    const id = await unit.db.transaction(async (db) => {
      const id = before?.id ?? (await create(actor, { ...unit, db }, source, planned));
      if (before) await updateGroup({ ...unit, db }, id, planned.values);
      await propose({ ...unit, db }, id, planned.proposals);
      return id;
    });
    const version: RowNote = { code: 'version', detail: String(before ? before.version + 1 : 1) };
    return report(planned, {
      outcome: before ? 'changed' : 'created',
      groupId: id,
      notes: [...planned.notes, version],
    });
  } catch (error) {
    const state = dataFault(error);
    if (!state) throw error;
    return skipped(planned, { code: 'refused', detail: `the database cannot hold this row (${state})` });
  }
}

async function create(actor: Actor, unit: Unit, source: Source, { values, sourceId }: Writable): Promise<string> {
  const origin = { standing: 'listed', source: source.name, sourceId, sourceNote: source.note } as const;
  return (await createGroup(actor, unit, values, origin)).id;
}

async function propose({ db }: Unit, groupId: string, proposals: Planned['proposals']): Promise<void> {
  await db.delete(topicProposals).where(and(eq(topicProposals.groupId, groupId), eq(topicProposals.kind, 'interest')));
  if (proposals.length === 0) return;
  await db
    .insert(topicProposals)
    .values(proposals.map((proposal) => ({ kind: 'interest' as const, groupId, ...proposal })))
    .onConflictDoNothing();
}

async function storedGroups(
  { db }: Unit,
  source: string,
  batch: readonly Planned[],
): Promise<Map<string | null, Stored>> {
  const ids = batch.filter(({ values }) => values).map(({ sourceId }) => sourceId);
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: groups.id, sourceId: groups.sourceId, standing: groups.standing, version: groups.version })
    .from(groups)
    .where(and(eq(groups.source, source), inArray(groups.sourceId, ids)))
    .orderBy(groups.id)
    .for('update');
  return new Map(rows.map((row) => [row.sourceId, row]));
}

/** The version each group had after the last import that wrote it: a higher one was saved by people. */
async function importedVersions({ db }: Unit, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: string; version: number }>(sql`
    select r.subject_id as id, max((note ->> 'detail')::int) as version
    from core.import_rows r, jsonb_array_elements(r.notes) note
    where r.subject_id = any(${`{${ids.join(',')}}`}::uuid[]) and note ->> 'code' = 'version'
    group by r.subject_id`);
  return new Map(rows.map((row) => [row.id, Number(row.version)]));
}

function same(current: GroupValues | null, values: GroupValues): boolean {
  if (!current) return false;
  const comparable = (group: GroupValues) =>
    JSON.stringify(
      Object.keys(values)
        .sort()
        .map((key) =>
          key === 'interestIds' ? [...group.interestIds].sort((a, b) => a - b) : group[key as keyof GroupValues],
        ),
    );
  return comparable(current) === comparable(values);
}

/** SQLSTATE of an error that lies in the row's data (classes 22 and 23), undefined for any other. */
function dataFault(error: unknown): string | undefined {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string' && /^2[23]/.test(code)) return code;
  return cause ? dataFault(cause) : undefined;
}
