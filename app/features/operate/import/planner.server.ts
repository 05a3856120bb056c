import { setImmediate } from 'node:timers/promises';
import { readerPool } from '#db/reader.server';
import { readVocabularies } from '~/features/directory/vocabularies.server';
import type { Unit } from '~/sharing/command.server';
import { composeGroup, topicIndex } from './compose.server';
import { apartPairs } from './decisions.server';
import { type Draft, draftRow } from './draft.server';
import { BATCH_ROWS } from './limits';
import { placeFinder } from './place.server';
import { type PlanContext, type Planned, planRow, Seen } from './plan.server';
import { type CsvRow, readRows } from './read-csv.server';
import { knownGroups } from './rows.server';
import { skipRules } from './skips.server';
import type { CsvTable } from './table.server';

/** Rows planned between two breaths in which the server can answer somebody. */
const BREATH = 20;

/**
 * Plans the rows of a table in batches, up to `lastLine` only so far as the rows behind it depend on that. Each batch is
 * made while the one before it is written.
 */
export async function planTable(
  unit: Unit,
  table: CsvTable,
  source: string,
  lastLine = 1,
): Promise<AsyncIterable<Planned[]>> {
  const sql = readerPool('public');
  const topics = topicIndex((await readVocabularies(sql)).interests);
  const context: PlanContext = {
    seen: new Seen(),
    groups: await knownGroups(unit),
    source,
    skips: await skipRules(unit, source),
    areApart: await apartPairs(unit),
  };
  const findPlace = placeFinder(sql);
  const compose = async (draft: Draft) => (draft.skip ? null : composeGroup(draft, await findPlace(draft), topics));
  const columns = table.columns.map((column) => column.name);
  const rowsBehind = async function* () {
    for await (const row of readRows(table.text, table.delimiter, columns)) {
      if (row.row > lastLine) yield row;
      else {
        const draft = draftRow(row, table.columns);
        if (!draft.skip) context.seen.admit(draft);
      }
    }
  };
  const planned = async function* () {
    for await (const rows of batches(rowsBehind())) {
      const plans: Planned[] = [];
      for (let at = 0; at < rows.length; at += BREATH) {
        const drafts = rows.slice(at, at + BREATH).map((row) => draftRow(row, table.columns));
        const composed = await Promise.all(drafts.map(compose));
        plans.push(...drafts.map((draft, each) => planRow(draft, composed[each] ?? null, context)));
        await setImmediate();
      }
      yield plans;
    }
  };
  return ahead(planned());
}

async function* batches(rows: AsyncIterable<CsvRow>): AsyncGenerator<CsvRow[]> {
  let batch: CsvRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Gives what a source gives, while the next is made already. */
async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  for (;;) {
    const { value, done } = await next;
    if (done) return;
    next = source.next();
    // A fault is thrown where the next one is asked for.
    next.catch(() => undefined);
    yield value;
  }
}
