import { eq, sql } from 'drizzle-orm';
import { importRuns } from '#db/schema/imports';
import type { Actor } from '~/auth/actor';
import { planTable } from '~/features/operate/import/planner.server';
import { keepRows } from '~/features/operate/import/rows.server';
import { beginRun, finishRun, moveOn } from '~/features/operate/import/runs.server';
import { openTable } from '~/features/operate/import/table.server';
import { writeBatch } from '~/features/operate/import/write-batch.server';
import type { Unit } from '~/sharing/command.server';
import csv from './data/spring-gathering.csv?raw';
import { daysBefore } from './dates';

const DEMO: Actor = { kind: 'system', reason: 'demo' };
const FILE = 'spring-gathering.csv';
const SOURCE = 'Sign-up list of the spring gathering';

/** How many groups the import brings; four of them may be groups that are there already, and wait for a decision. */
export const DEMO_IMPORTED = 6;

/** Brings one import of groups, in the transaction of the demo network it meets. */
export async function writeImport(unit: Unit): Promise<void> {
  const table = await openTable(Buffer.from(csv), {});
  const run = await beginRun(DEMO, unit, { kind: 'groups', fileName: FILE, source: SOURCE, table });
  for await (const batch of await planTable(unit, table, SOURCE)) {
    const written = await writeBatch(DEMO, unit, { name: SOURCE, note: SOURCE }, batch, { reader: 'owner' });
    const lastLine = batch.at(-1)?.row ?? run.lastLine;
    await moveOn(unit, run, lastLine);
    await keepRows(unit, run.id, batch, written);
    run.lastLine = lastLine;
  }
  await finishRun(unit, run);
  await unit.db.execute(sql`
    update core.groups set demo = true, listed_on = ${daysBefore(40)}
    where id in (select subject_id from core.import_rows where run_id = ${run.id})`);
}

/** Takes the demo's import away with what was decided about it. The groups it brought go with the other groups. */
export const removeImport = ({ db }: Unit) => db.delete(importRuns).where(eq(importRuns.startedBy, DEMO.reason));
