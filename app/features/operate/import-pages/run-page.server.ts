import { sql } from 'drizzle-orm';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { namesAs } from '~/features/directory/names-as.server';
import { DomainError, notFound } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { command, type Unit } from '~/sharing/command.server';
import { runPairs } from '../duplicates/pairs.server';
import { readReportsAs, undoAsRead } from '../import/as-read.server';
import { type UndoReport, undoReport } from '../import/undo.server';
import { carryOn, isCarriedOn } from './background.server';
import { asId } from './files.server';
import { type Told, tell } from './told';

export type RunState = 'running' | 'stopped' | 'finished' | 'undoing' | 'undone';

interface Row extends Record<string, unknown> {
  id: string;
  file_name: string;
  source: string | null;
  started_by: string;
  created: string;
  rows: number | null;
  done: number;
  finished: boolean;
  undoing: boolean;
  undone: boolean;
  has_file: boolean;
  seen: boolean;
}

export interface RunSummary {
  id: string;
  fileName: string;
  source: string;
  startedBy: string | null;
  created: string;
  state: RunState;
  rows: number;
  done: number;
  /** Whether the hub has the file, so that it can go on by itself. */
  hasFile: boolean;
}

/** After this long without a sign of whoever carries a run on, in seconds, it has stopped: a batch takes one or two. */
const SILENCE = 30;

const COLUMNS = sql`r.id, r.file_name, r.source, r.started_by, to_char(r.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as created,
  r.rows, r.finished_at is not null as finished, r.undo_started_at is not null as undoing, r.undone_at is not null as undone,
  exists (select from core.import_files f where f.run_id = r.id) as has_file,
  coalesce(r.seen_at > now() - make_interval(secs => ${SILENCE}), false) and r.failure is null as seen,
  (select count(*)::int from core.import_rows i where i.run_id = r.id) as done`;

async function summarise(viewer: SignedIn, rows: readonly Row[]): Promise<RunSummary[]> {
  const names = await namesAs(
    viewer,
    rows.map(({ started_by }) => started_by),
  );
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    source: row.source ?? row.file_name,
    startedBy: names.get(row.started_by)?.name ?? null,
    created: row.created,
    state: stateOf(row),
    rows: row.rows ?? row.done,
    done: row.done,
    hasFile: row.has_file,
  }));
}

function stateOf({ id, finished, undoing, undone, seen }: Row): RunState {
  if (undone) return 'undone';
  if (undoing) return 'undoing';
  if (finished) return 'finished';
  return seen || isCarriedOn(id) ? 'running' : 'stopped';
}

const MOST_RUNS = 50;

/** The newest imports of groups. */
export async function recentRuns(viewer: SignedIn): Promise<RunSummary[]> {
  mustBe(viewer, 'operator');
  const rows = await command(({ db }) =>
    db.execute<Row>(sql`
      select ${COLUMNS} from core.import_runs r where r.kind = 'groups' order by r.created_at desc, r.id limit ${MOST_RUNS}`),
  );
  return summarise(viewer, rows);
}

async function readRun(viewer: SignedIn, unit: Unit, runId: string): Promise<Row> {
  mustBe(viewer, 'operator');
  const [row] = await unit.db.execute<Row>(
    sql`select ${COLUMNS} from core.import_runs r where r.id = ${asId(runId)} and r.kind = 'groups'`,
  );
  if (!row) throw notFound();
  return row;
}

export interface RunPage {
  run: RunSummary;
  told: Told | null;
  undo: UndoReport | null;
  /** Rows that may be groups that were here before, and how many of them wait for a decision. */
  duplicates: { total: number; waiting: number } | null;
}

/** How far an import is and what it came to. @throws DomainError `not_found` */
export async function runPage(viewer: SignedIn, runId: string): Promise<RunPage> {
  const row = await command((unit) => readRun(viewer, unit, runId));
  const [run] = await summarise(viewer, [row]);
  if (!run) throw notFound();
  const told = run.state === 'finished' || run.state === 'stopped' ? tell(await readReportsAs(viewer, run.id)) : null;
  const undo = row.undone ? await undoAsRead(viewer, await command((unit) => undoReport(unit, run.id))) : null;
  const pairs = told ? (await runPairs(viewer, run.id)).pairs : [];
  const waiting = pairs.filter(({ choice }) => choice === null).length;
  return { run, told, undo, duplicates: pairs.length > 0 ? { total: pairs.length, waiting } : null };
}

/** Goes on with an import that stopped. */
export async function goOn(viewer: SignedIn, runId: string): Promise<void> {
  const row = await command((unit) => readRun(viewer, unit, runId));
  if (!row.has_file && !row.undoing) throw new DomainError('conflict', m.import_no_file());
  carryOn(row.id);
}

/** Begins to undo an import; the background of the server does it. */
export async function beginUndo(viewer: SignedIn, runId: string): Promise<void> {
  const row = await command(async (unit) => {
    const run = await readRun(viewer, unit, runId);
    await unit.db.execute(sql`
      update core.import_runs set undo_started_at = coalesce(undo_started_at, now()), undone_by = ${viewer.personId}
      where id = ${run.id} and undone_at is null`);
    return run;
  });
  carryOn(row.id);
}
