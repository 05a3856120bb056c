import { setTimeout as pause } from 'node:timers/promises';
import { sql as drizzle, type SQL } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { importGroups } from '~/features/operate/import/import-groups.server';
import { reportLines } from '~/features/operate/import/report-lines';
import { undoImport } from '~/features/operate/import/undo.server';
import { command } from '~/sharing/command.server';
import { verifyProjections } from '~/sharing/verify.server';
import { coreHash } from '../../factories/core-hash';
import { FAULTY_ROWS, volunteerCsv } from '../../factories/csv';
import { join, makeGroup, makePerson } from '../../factories/people';
import { useHub } from '../../setup/hub';
import { hubChild } from './child-import';

const hub = useHub();
const ACTOR = { kind: 'system', reason: 'import' } as const;

const importCsv = async (content: string, source: string) => {
  const report = await importGroups(ACTOR, { fileName: 'list.csv', content: Buffer.from(content) }, { source });
  return { runId: report.runId ?? '', last: reportLines(report).at(-1) };
};

/** What people do to a group, with its projections. */
const changed = (sourceId: string, set: SQL) =>
  command(async (unit) => {
    const rows = await unit.db.execute<{ id: string }>(
      drizzle`update core.groups set ${set} where source = 'since' and source_id = ${sourceId} returning id`,
    );
    for (const { id } of rows) unit.groupChanged(id);
  });

const edited = FAULTY_ROWS.slice(0, 5).map((row) => ({
  ...row,
  Overview: `Anew: ${row.Name}`,
  Focus: 'Something else',
}));
const added = Array.from({ length: 450 }, (_, at) => ({ ID: `new_${at}`, Name: `Added ${at} group`, Focus: 'Water' }));

describe('undoing an import', () => {
  it('leaves every table as it was: created groups go, changed ones are what they were', async () => {
    await makeGroup({ name: 'Was Here Before' });
    await importCsv(volunteerCsv(FAULTY_ROWS), 'list');
    const before = await coreHash();
    const { runId, last } = await importCsv(volunteerCsv([...edited, ...added]), 'list');
    expect(last).toBe('455 rows: 450 created, 5 changed, 0 skipped');
    expect(await coreHash()).not.toBe(before);
    expect(await undoImport(ACTOR, runId)).toEqual({ removed: 450, restored: 5, kept: [] });
    expect(await coreHash()).toBe(before);
    expect(await verifyProjections()).toEqual([]);
    await expect(undoImport(ACTOR, runId)).rejects.toThrow('This import was undone before.');
    expect((await importCsv(volunteerCsv([...edited, ...added]), 'list')).last).toBe(last);
  });

  it('leaves what people claimed, changed or joined since, and says which and why', async () => {
    const rows = ['Claimed One', 'Edited One', 'Joined One', 'Left Alone'].map((Name, at) => ({ ID: `s${at}`, Name }));
    const { runId } = await importCsv(volunteerCsv(rows), 'since');
    const sql = writerSql();
    await changed('s0', drizzle`standing = 'member'`);
    await changed('s1', drizzle`purpose = 'By hand', version = version + 1`);
    const [joined] = await sql`select id from core.groups where source = 'since' and source_id = 's2'`;
    await join((await makePerson({ name: 'Ada Joins' })).id, joined?.id);
    expect(await undoImport(ACTOR, runId)).toMatchObject({
      removed: 1,
      restored: 0,
      kept: [
        { row: 2, name: 'Claimed One', why: 'claimed' },
        { row: 3, name: 'Edited One', why: 'edited' },
        { row: 4, name: 'Joined One', why: 'in_use' },
      ],
    });
    expect(await sql`select name from core.groups where source = 'since' order by source_id`).toHaveLength(3);
  });

  it('goes on when it was killed, and also takes back an import that was cut off', async () => {
    const before = await coreHash();
    const many = Array.from({ length: 2500 }, (_, at) => ({ ID: `u${at}`, Name: `Undo ${at} group` }));
    const cut = importGroups(
      ACTOR,
      { fileName: 'cut.csv', content: Buffer.from(volunteerCsv(many)) },
      {
        onProgress: (done) => {
          if (done >= 2000) throw new Error('cut off');
        },
      },
    );
    await expect(cut).rejects.toThrow('cut off');
    const [run] = await writerSql()<{ id: string }[]>`select id from core.import_runs where finished_at is null`;
    const { process: child, ended } = hubChild(hub.database(), ['import', 'undo', run?.id ?? '']);
    const undone = async () =>
      (
        await writerSql()`select count(*)::int as rows from core.import_rows where run_id = ${run?.id ?? ''} and undo is not null`
      )[0]?.rows;
    while ((await undone()) === 0 && child.exitCode === null) await pause(10);
    child.kill('SIGKILL');
    await ended;
    const { code, out } = await hubChild(hub.database(), ['import', 'undo', run?.id ?? '']).ended;
    expect([code, out.trimEnd()]).toEqual([0, '2000 removed, 0 put back, 0 left as they are']);
    expect(await coreHash()).toBe(before);
    expect(await verifyProjections()).toEqual([]);
  });

  it('is for operators only', async () => {
    await expect(undoImport({ kind: 'visitor' }, crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' });
    await expect(undoImport(ACTOR, 'no-run')).rejects.toThrow('There is no such import.');
  });
});
