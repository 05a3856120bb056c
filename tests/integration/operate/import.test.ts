import iconv from 'iconv-lite';
import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { readerPool } from '#db/reader.server';
import { writerSql } from '#db/writer.server';
import { type ImportOptions, importGroups } from '~/features/operate/import/import-groups.server';
import { reportLines } from '~/features/operate/import/report-lines';
import { FAULTY_ROWS, type VolunteerRow, volunteerCsv } from '../../factories/csv';
import { useHub } from '../../setup/hub';

const hub = useHub();

const ACTOR = { kind: 'system', reason: 'import' } as const;
const run = (content: string | Buffer, options: ImportOptions = {}, fileName = 'our-list_2026.csv') =>
  importGroups(ACTOR, { fileName, content: Buffer.from(content) }, options);
const lastLine = async (report: ReturnType<typeof run>) => reportLines(await report).at(-1);
const groupsOf = (
  source: string,
) => writerSql()`select g.*, (select count(*)::int from core.topic_proposals t where t.group_id = g.id) as proposals
  from core.groups g where source = ${source} order by source_id`;

describe('importing a directory with faults', () => {
  it('writes nothing in a dry run, and tells row by row what it would do', async () => {
    const lines = reportLines(await run(volunteerCsv(FAULTY_ROWS), { dryRun: true }));
    expect(lines.filter((line) => line.startsWith('row '))).toEqual([
      'row 2  created  Sample Creek Alliance  (further e-mail addresses, kept in this report only: press@samplecreek.example.org)',
      'row 3  created  Bosque Imaginario  (note in the file, not published: Flagged for Review: True, Flag Reason: Stub entry, Empty Org?: Yes; the file says no more than the name)',
      'row 4  created  Nowhere Stub  (note in the file, not published: Empty Org?: Yes; the file says no more than the name; no place given)',
      'row 5  created  Marea Ficticia',
      'row 6  created  Otra Marea  (no place found for "Kenya and Uganda")',
      'row 7  created  The Sample Creek Alliance  (no place found for "Global"; suspected duplicate, same name: row 2 "Sample Creek Alliance")',
      'row 8  created  Creek Friends  (no place found for "MENA region"; suspected duplicate, same website: row 2 "Sample Creek Alliance")',
      'row 9  created  Asociación Invantada del Río',
      'row 10  created  Asociación Inventada del Río  (begins like a formula, kept as plain text: Overview; note in the file, not published: Notes: Called them twice, no answer; suspected duplicate, nearly the same name: row 9 "Asociación Invantada del Río")',
      'row 11  created  Unknown Town Group  (not a web address, kept in this report only "ask Maria"; placed by the larger area: no such town found for "Nosuchtownatall"; longer than the purpose holds, goes on under the activities: Overview)',
      'row 12  skipped  Sample Creek Alliance again  (skipped: the same ID as row 2)',
      'row 13  skipped  (no name)  (skipped: no name)',
    ]);
    expect(lines.at(-1)).toBe('12 rows: 10 created, 0 changed, 2 skipped');
    const [left] =
      await writerSql()`select (select count(*) from core.groups) + (select count(*) from core.import_runs) + (select count(*) from core.topic_proposals) as rows`;
    expect(Number(left?.rows)).toBe(0);
  });

  it('creates listed groups with everything the rows say', async () => {
    const report = await run(volunteerCsv(FAULTY_ROWS));
    expect(reportLines(report).at(-1)).toBe('12 rows: 10 created, 0 changed, 2 skipped');
    const [sample, forest, stub, tide, otherTide, , , , formula, unknownTown] = await groupsOf('our list 2026');
    expect(sample).toMatchObject({
      standing: 'listed',
      name: 'Sample Creek Alliance',
      abbreviation: 'SCA',
      source_id: 'org_01',
      source_note: 'our list 2026',
      website: 'https://samplecreek.example.org/',
      email: 'hello@samplecreek.example.org',
      country: 'US',
      region_key: 'US-PA',
      place_text: null,
      purpose: 'Keeps creeks, rivers and wetlands alive – with “neighbours”.',
      proposals: 4,
      activities:
        'Sampling: monthly.\nTeaching: in schools.\n\nOperational Domain: Youth\nFocus: Water; Food sovereignty; Creek Care (urban, rural)\nRegion: North America',
    });
    expect(sample?.town_id).not.toBeNull();
    expect(forest).toMatchObject({ country: 'CO', purpose: null, activities: 'Region: Latin America' });
    expect(stub).toMatchObject({ country: null, place_text: null, purpose: null, activities: null });
    expect(tide).toMatchObject({
      country: 'KE',
      website: 'https://www.facebook.com/mareaficticia',
      place_text: null,
      activities: 'Locations/Countries: Kenya, with influence across Africa',
    });
    expect(otherTide).toMatchObject({ country: null, place_text: 'Kenya and Uganda', activities: null });
    expect(formula?.purpose).toBe('=HYPERLINK("https://bad.example","x") <b>bold</b>');
    expect(unknownTown).toMatchObject({ country: 'CA', place_text: 'Nosuchtownatall, Canada', website: null });
    expect(`${unknownTown?.purpose}${unknownTown?.activities}`).toBe('x'.repeat(6_000));
  });

  it('publishes no note, and keeps every row with its reasons', async () => {
    const public_ = await readerPool('public')`select to_jsonb(g) - 'tsv' as row from groups g`;
    expect(public_).toHaveLength(10);
    expect(JSON.stringify(public_)).not.toMatch(
      /Stub entry|Called them twice|Flagged|samplecreek\.example\.org; press|press@|hello@/,
    );
    const rows =
      await writerSql()`select r.line, r.outcome, r.unplaced, g.source_id as duplicate_of from core.import_rows r left join core.groups g on g.id = r.suspected_duplicate_of order by line`;
    expect(rows.map((row) => row.line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(rows.filter((row) => row.unplaced).map((row) => row.line)).toEqual([4, 6, 7, 8]);
    expect(rows.filter((row) => row.duplicate_of).map((row) => [row.line, row.duplicate_of])).toEqual([
      [7, 'org_01'],
      [8, 'org_01'],
      [10, 'org_08'],
    ]);
    const [runRow] =
      await writerSql()`select file_name, started_by, finished_at is not null as finished, mapping ->> 'Focus' as focus from core.import_runs`;
    expect(runRow).toEqual({ file_name: 'our-list_2026.csv', started_by: 'import', finished: true, focus: 'topics' });
  });

  it('makes every word findable at once', async () => {
    const find = async (text: string) =>
      (await readerPool('public')`select name from groups where tsv @@ plainto_tsquery('simple', ${text})`).map(
        (row) => row.name,
      );
    expect(await find('sovereignty')).toEqual(['Sample Creek Alliance']);
    expect(await find('pescadoras')).toEqual(['Marea Ficticia']);
    expect(await find('mena')).toEqual(['Creek Friends']);
    const [word] = await readerPool('public')`select rows from words where subject = 'groups' and word = 'creek'`;
    expect(word?.rows).toBe(3);
  });

  it('knows every row the second time', async () => {
    expect(await lastLine(run(volunteerCsv(FAULTY_ROWS)))).toBe('12 rows: 0 created, 0 changed, 12 skipped');
  });

  it('changes what differs, but nothing that people have claimed or edited', async () => {
    await writerSql()`update core.groups set standing = 'member' where source_id = 'org_04'`;
    await writerSql()`update core.groups set purpose = 'By hand', version = version + 1 where source_id = 'org_05'`;
    const anew = FAULTY_ROWS.map(
      (row): VolunteerRow =>
        ['org_02', 'org_04', 'org_05'].includes(row.ID ?? '') ? { ...row, Overview: 'Newly said.' } : row,
    );
    const report = await run(volunteerCsv(anew));
    expect(reportLines(report).at(-1)).toBe('12 rows: 0 created, 1 changed, 11 skipped');
    expect(
      report.rows
        .filter(({ notes }) => /claimed|edited/.test(notes[0]?.code ?? ''))
        .map(({ row, notes }) => [row, notes[0]?.code]),
    ).toEqual([
      [5, 'claimed'],
      [6, 'edited'],
    ]);
    expect((await groupsOf('our list 2026')).map((group) => group.purpose).slice(1, 5)).toEqual([
      'Newly said.',
      null,
      'Organización de mujeres pescadoras.',
      'By hand',
    ]);
    expect(
      await readerPool('public')`select 1 from groups where tsv @@ plainto_tsquery('simple', 'newly')`,
    ).toHaveLength(1);
    const again = await run(volunteerCsv(FAULTY_ROWS));
    expect(reportLines(again).at(-1)).toBe('12 rows: 0 created, 1 changed, 11 skipped');
  });
});

describe('importing without IDs', () => {
  const text = 'Nombre;Ciudad;País;Temas\nRío Alto;Lismore;Australia;Agua\nRío Alto;;;Bosque\nRío Alto;;;Bosque\n;;;\n';

  it('knows rows by name and website, keeps namesakes apart, and skips a row that is wholly the same', async () => {
    const report = await run(iconv.encode(text, 'latin1'), {}, 'grupos.csv');
    expect(report).toMatchObject({ delimiter: 'semicolon', encoding: { name: 'Windows-1252', guessed: true } });
    expect(report.rows.map(({ outcome, notes }) => [outcome, notes[0]?.code])).toEqual([
      ['created', 'topic_proposed'],
      ['created', 'topic_proposed'],
      ['skipped', 'identical'],
      ['skipped', 'empty'],
    ]);
    expect(report.rows[1]?.notes.map(({ code }) => code)).toContain('same_name');
    expect(await lastLine(run(iconv.encode(text, 'latin1'), {}, 'grupos.csv'))).toBe(
      '4 rows: 0 created, 0 changed, 4 skipped',
    );
  });

  it('uses topics the network has, by any label', async () => {
    await writerSql()`insert into ref.interests (slug, labels) values ('clean-water', '{"en": "Clean water", "es": "Agua limpia"}')`;
    await run('Name,Topics\nWell Keepers,"AGUA LIMPIA, Clean water, Wells"\n', {}, 'topics.csv');
    const [group] =
      await writerSql()`select g.activities, array_agg(i.slug) as topics from core.groups g join core.group_interests x on x.group_id = g.id
      join ref.interests i on i.id = x.interest_id where g.source = 'topics' group by g.id`;
    expect(group).toEqual({ activities: 'Topics: AGUA LIMPIA, Clean water, Wells', topics: ['clean-water'] });
  });
});

describe('a batch', () => {
  const many = `Name\n${Array.from({ length: 450 }, (_, at) => `Batch group ${at}`).join('\n')}\n`;

  it('loses no row to another that the database refuses', async () => {
    const owner = postgres(hub.database().urls.owner, { max: 1 });
    await owner.unsafe(`alter table core.groups add constraint refuses_one check (name <> 'Batch group 7')`);
    const report = await run(many, { source: 'refusals' });
    await owner.unsafe('alter table core.groups drop constraint refuses_one');
    await owner.end();
    expect(reportLines(report).at(-1)).toBe('450 rows: 449 created, 0 changed, 1 skipped');
    const refused = report.rows.find(({ outcome }) => outcome === 'skipped');
    expect([refused?.row, refused?.notes[0]]).toEqual([
      9,
      { code: 'refused', detail: 'the database cannot hold this row (23514)' },
    ]);
  });

  it('that was written stays when the import is cut off, and the next run goes on', async () => {
    const cutOff = run(many, {
      source: 'cut off',
      onProgress: () => {
        throw new Error('killed');
      },
    });
    await expect(cutOff).rejects.toThrow('killed');
    expect(await groupsOf('cut off')).toHaveLength(200);
    const resumed: number[] = [];
    const second = await run(many, { source: 'cut off', onResume: (done) => resumed.push(done) });
    expect([resumed, reportLines(second).at(-1)]).toEqual([[200], '450 rows: 450 created, 0 changed, 0 skipped']);
    expect(second.rows.map(({ row }) => row)).toEqual(Array.from({ length: 450 }, (_, at) => at + 2));
    const [runs] = await writerSql()`select count(*)::int as count from core.import_runs where source = 'cut off'`;
    expect(runs?.count).toBe(1);
    expect(await lastLine(run(many, { source: 'cut off' }))).toBe('450 rows: 0 created, 0 changed, 450 skipped');
  });

  it('of the same file at the same time makes every group once: one run goes on, the other is told', async () => {
    const both = await Promise.allSettled([run(many, { source: 'at once' }), run(many, { source: 'at once' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await groupsOf('at once')).toHaveLength(450);
  });

  it('of two files from one source at the same time makes every group once', async () => {
    await Promise.all([run(many, { source: 'two files' }), run(`${many}Batch group 450\n`, { source: 'two files' })]);
    expect(await groupsOf('two files')).toHaveLength(451);
  });
});

describe('who may import', () => {
  it('is nobody but operators and the console', async () => {
    const content = Buffer.from('Name\nA\n');
    await expect(importGroups({ kind: 'visitor' }, { fileName: 'a.csv', content })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
