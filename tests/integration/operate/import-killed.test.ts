import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { useHub } from '../../setup/hub';
import { hubChild } from './child-import';

const hub = useHub();
const folder = mkdtempSync(join(tmpdir(), 'hub-killed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ROWS = 100_000;
const KILLS = 10;
const seed = Number(process.env.HUB_TEST_SEED ?? randomInt(2 ** 31));
console.log(`Killing an import at moments of seed ${seed} (HUB_TEST_SEED repeats them).`);

function random(): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/**
 * A word of its own for each number, so that no two rows are alike; of letters as mixed as in real names, since names that
 * share most of their syllables cost the search for duplicates more than any real file would.
 */
const word = (number: number): string =>
  ((number * 48_271) % 0x7fffffff)
    .toString(26)
    .replace(/./g, (digit) => 'abcdefghijklmnopqrstuvwxyz'[Number.parseInt(digit, 26)] as string);

/** A quarter of the rows has no ID and is known by its name. */
const row = (at: number) => `${at % 4 ? `k${at}` : ''},${word(at * 7)} ${word(at)}`;

const lastLine = async (): Promise<number> =>
  (await writerSql()<{ line: number }[]>`select coalesce(max(last_line), 0) as line from core.import_runs`)[0]?.line ??
  0;

it('an import of 100,000 rows that is killed at ten random moments ends with every row exactly once', async () => {
  const file = join(folder, 'killed.csv');
  writeFileSync(file, `ID,Name\n${Array.from({ length: ROWS }, (_, at) => row(at)).join('\n')}\n`);
  const pick = random();
  const moments = Array.from({ length: KILLS }, () => pick(ROWS - 2000)).sort((a, b) => a - b);
  for (const moment of moments) {
    const { process: child, ended } = hubChild(hub.database(), ['import', 'groups', file]);
    while ((await lastLine()) < moment && child.exitCode === null) await pause(20);
    await pause(pick(400));
    child.kill('SIGKILL');
    expect((await ended).code).toBeNull();
  }
  const { code, out, err } = await hubChild(hub.database(), ['import', 'groups', file]).ended;
  expect([code, out.trimEnd().split('\n').at(-1)], err).toEqual([
    0,
    `${ROWS} rows: ${ROWS} created, 0 changed, 0 skipped`,
  ]);
  const [groups] = await writerSql()`
    select count(*)::int as rows, count(distinct source_id)::int as ids, count(distinct name)::int as names from core.groups`;
  expect(groups).toEqual({ rows: ROWS, ids: ROWS, names: ROWS });
  const [kept] = await writerSql()`
    select count(*)::int as rows, count(distinct line)::int as lines, count(distinct subject_id)::int as groups,
      count(distinct run_id)::int as runs, min(line) as first, max(line) as last from core.import_rows`;
  expect(kept).toEqual({ rows: ROWS, lines: ROWS, groups: ROWS, runs: 1, first: 2, last: ROWS + 1 });
  const shown = await writerSql()`select (select count(*)::int from proj_public.groups) as public,
    (select count(*)::int from proj_steward.groups) as steward`;
  expect(shown[0]).toEqual({ public: ROWS, steward: ROWS });
}, 1_800_000);
