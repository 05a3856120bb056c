import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Actor } from '~/auth/actor';
import { createGroups, updateGroups } from '~/features/directory/group-batch.server';
import type { Unit } from '~/sharing/command.server';
import { type Decided, decideBatch, type Reader } from './decide.server';
import { groupImages, type Image } from './images.server';
import type { Planned } from './plan.server';
import { writeProposals } from './proposals.server';
import type { RowReport } from './report';

export interface Source {
  name: string;
  note: string;
}

/** What became of a row, and what stood there before it was changed. */
export interface Written {
  report: RowReport;
  before: Image | null;
}

type Writable = Extract<Decided, { kind: 'write' }> & { id: string };

/** Lets nobody else import from this source until the transaction ends: both would find nothing and then collide. */
export const holdSource = (unit: Unit, source: string) =>
  unit.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`import ${source}`}))`);

/**
 * Writes planned rows within one command, set-wise. A row that the database refuses is skipped with the reason and takes
 * no other row with it.
 * @param options `dry`: decides only, and writes nothing
 */
export async function writeBatch(
  actor: Actor,
  unit: Unit,
  source: Source,
  batch: readonly Planned[],
  { reader, dry = false }: { reader: Reader; dry?: boolean },
): Promise<Written[]> {
  await holdSource(unit, source.name);
  const decided = await decideBatch(unit, source.name, batch, reader);
  const writable = decided.flatMap((each): Writable[] =>
    each.kind === 'write' ? [{ ...each, id: each.before?.id ?? randomUUID() }] : [],
  );
  const changed = writable.filter(({ before }) => before);
  const images = dry
    ? new Map<string, Image>()
    : await groupImages(
        unit,
        changed.map(({ id }) => id),
      );
  const refused = dry ? new Map<number, string>() : await writeGroups(actor, unit, source, writable);
  const byRow = new Map(writable.map((each) => [each.planned.row, each]));
  return decided.map((each): Written => {
    const { planned } = each;
    const { row, name, unplaced, notes } = planned;
    const made = byRow.get(row);
    const fault = refused.get(row);
    if (each.kind === 'skip' || !made || fault) {
      const why = fault ? ({ code: 'refused', detail: `the database cannot hold this row (${fault})` } as const) : null;
      const reason = each.kind === 'skip' ? each.why : why;
      const groupId = each.kind === 'skip' ? each.groupId : null;
      const all = reason ? [reason, ...notes] : notes;
      return { report: { row, name, unplaced, outcome: 'skipped', groupId, notes: all }, before: null };
    }
    const outcome = made.before ? 'changed' : 'created';
    const version = { code: 'version', detail: String((made.before?.version ?? 0) + 1) } as const;
    const groupId = dry ? (made.before?.id ?? null) : made.id;
    const report: RowReport = { row, name, unplaced, outcome, groupId, notes: [...notes, version] };
    return { report, before: images.get(made.id) ?? null };
  });
}

/** Writes all rows at once; if the database refuses one of them, by halves, until it is known which. @returns SQLSTATE by row */
async function writeGroups(
  actor: Actor,
  unit: Unit,
  source: Source,
  rows: readonly Writable[],
): Promise<Map<number, string>> {
  if (rows.length === 0) return new Map();
  try {
    await unit.db.transaction((db) => writeAll({ ...unit, db }, source, rows));
    return new Map();
  } catch (error) {
    const state = dataFault(error);
    const [first] = rows;
    if (!state || !first) throw error;
    if (rows.length === 1) return new Map([[first.planned.row, state]]);
    const middle = rows.length >> 1;
    const left = await writeGroups(actor, unit, source, rows.slice(0, middle));
    return new Map([...left, ...(await writeGroups(actor, unit, source, rows.slice(middle)))]);
  }
}

async function writeAll(unit: Unit, source: Source, rows: readonly Writable[]): Promise<void> {
  const origin = { standing: 'listed', source: source.name, sourceNote: source.note } as const;
  const made = rows.filter(({ before }) => !before);
  const known = rows.filter(({ before }) => before);
  await createGroups(
    unit,
    made.map(({ id, values, planned }) => ({ id, values, origin: { ...origin, sourceId: planned.sourceId } })),
  );
  await updateGroups(unit, known);
  await writeProposals(
    unit,
    known.map(({ id }) => id),
    rows.map(({ id, planned }) => ({ id, proposals: planned.proposals })),
  );
}

/** SQLSTATE of an error that lies in the row's data (classes 22 and 23), undefined for any other. */
function dataFault(error: unknown): string | undefined {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string' && /^2[23]/.test(code)) return code;
  return cause ? dataFault(cause) : undefined;
}
