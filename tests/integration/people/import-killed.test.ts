import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { useHub } from '../../setup/hub';
import { hubChild } from '../operate/child-import';

const hub = useHub();
const folder = mkdtempSync(join(tmpdir(), 'hub-people-killed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ROWS = 2000;

const lastLine = async (): Promise<number> =>
  (await writerSql()<{ line: number }[]>`select coalesce(max(last_line), 0) as line from core.import_runs`)[0]?.line ??
  0;

it('an import of 2,000 people that is killed three times ends with everyone exactly once', async () => {
  const file = join(folder, 'people.csv');
  const row = (at: number) => `Person ${at},person${at}@example.org`;
  writeFileSync(file, `Name,E-mail\n${Array.from({ length: ROWS }, (_, at) => row(at)).join('\n')}\n`);
  const args = ['import', 'people', file];
  for (const moment of [2, 700, 1300]) {
    const { process: child, ended } = hubChild(hub.database(), args);
    while ((await lastLine()) < moment && child.exitCode === null) await pause(5);
    child.kill('SIGKILL');
    expect((await ended).code).toBeNull();
  }
  const { code, out, err } = await hubChild(hub.database(), args).ended;
  const last = out.trimEnd().split('\n').at(-1);
  expect([code, last], err).toEqual([0, `${ROWS} rows: ${ROWS} created, 0 changed, 0 skipped`]);
  const [kept] = await writerSql()`
    select (select count(*)::int from core.import_runs where finished_at is not null) as runs,
      (select count(distinct line)::int from core.import_rows) as lines, (select count(*)::int from core.imported_people) as people,
      (select count(distinct email)::int from core.imported_people) as addresses, (select count(*)::int from proj_steward.people) as shown`;
  expect(kept).toEqual({ runs: 1, lines: ROWS, people: ROWS, addresses: ROWS, shown: ROWS });
}, 120_000);
