import { beforeAll, describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import type { SignedIn } from '~/auth/viewer';
import { reportsAsRead } from '~/features/operate/import/as-read.server';
import { type ImportOptions, importGroups } from '~/features/operate/import/import-groups.server';
import { reportLines } from '~/features/operate/import/report-lines';
import { undoImport } from '~/features/operate/import/undo.server';
import { reportCsv } from '~/features/operate/import-pages/report-csv.server';
import { runPage } from '~/features/operate/import-pages/run-page.server';
import type { Audience } from '~/lib/audience';
import { command } from '~/sharing/command.server';
import { saveGrants } from '~/sharing/grants.server';
import { csv } from '../../factories/csv';
import { makeGroup, makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';

useHub();
const OWNER = { kind: 'system', reason: 'import' } as const;
const GENERIC = 'looks like a group that is already here';
let ope: SignedIn;
let steward: SignedIn;

beforeAll(async () => {
  const operator = asMember({ personId: (await makePerson({ name: 'Ope' })).id, can: ['operator'] });
  [ope, steward] = [operator, { ...operator, roles: new Set(['operator', 'steward']) }];
  const site = 'https://lantern.example.org/';
  await makeGroup({ name: 'Quiet Lantern', website: site }, {}, { 'group.profile': 'steward' });
  await makeGroup({ name: 'Open Hands', website: 'https://hands.example.org/' });
});

const FILE = csv([
  ['ID', 'Name', 'Website', 'Email', 'Overview'],
  ['e1', 'The Quiet Lantern', '', '', ''],
  ['e2', 'Something Else', 'https://lantern.example.org/about', '', ''],
  ['e3', 'Open Hand', '', '', ''],
]);

const importAs = (actor: SignedIn | typeof OWNER, content: string, options: ImportOptions = {}) =>
  importGroups(actor, { fileName: 'eyes.csv', content: Buffer.from(content) }, options);

/** What a dry run tells somebody, on one line a row. */
async function toldTo(viewer: SignedIn, content: string, options: ImportOptions = {}): Promise<string> {
  const report = await importAs(viewer, content, { ...options, dryRun: true });
  return reportLines({ ...report, rows: await reportsAsRead(viewer, report.rows) }).join('\n');
}

const share = (source: string, category: string, audience: Audience) =>
  command(async (unit) => {
    const [group] = await writerSql()`select id from core.groups where source = ${source}`;
    const choices = [{ category, audience, wordsSha256: '' }];
    await saveGrants(unit, { kind: 'group', id: group?.id, givenBy: null }, choices);
  });

describe('what an import tells of groups that are here', () => {
  it('names groups that the reader may see, and says of others only that something looks alike', async () => {
    const lines = await toldTo(ope, FILE);
    expect(lines).toContain(
      `row 2  created  The Quiet Lantern  (the file says no more than the name; no place given; ${GENERIC})`,
    );
    expect(lines).toContain(`row 3  created  Something Else  (no place given; ${GENERIC})`);
    expect(lines).toContain('suspected duplicate, nearly the same name: the group "Open Hands"');
    expect(lines).not.toMatch(/same website|"Quiet Lantern"/);
    expect(await toldTo(steward, FILE)).toContain('suspected duplicate, same website: the group "Quiet Lantern"');
  });

  it('keeps to it in the stored report, on its page and when it is undone; the console names all', async () => {
    const report = await importAs(OWNER, FILE, { source: 'eyes' });
    const runId = report.runId ?? '';
    expect(reportLines(report).join('\n')).toContain('same name: the group "Quiet Lantern"');
    const read = await reportCsv(ope, runId);
    expect(read.match(/looks like a group/g)).toHaveLength(2);
    expect(read).not.toContain('"Quiet Lantern"');
    expect(await reportCsv(steward, runId)).toContain('Quiet Lantern');
    expect((await runPage(ope, runId)).told?.suspects.map(({ detail }) => detail)).toEqual([
      GENERIC,
      GENERIC,
      'the group "Open Hands"',
    ]);
    await writerSql()`update core.groups set standing = 'member' where source = 'eyes' and source_id in ('e1', 'e3')`;
    const [hidden] = await writerSql()`select id from core.groups where source = 'eyes' and source_id = 'e1'`;
    await command((unit) =>
      saveGrants(unit, { kind: 'group', id: hidden?.id, givenBy: null }, [
        { category: 'group.profile', audience: 'weaver', wordsSha256: '' },
      ]),
    );
    await undoImport(OWNER, runId);
    expect((await runPage(ope, runId)).undo?.kept).toEqual([
      { row: 2, name: 'The Quiet Lantern', why: 'stays' },
      { row: 4, name: 'Open Hand', why: 'claimed' },
    ]);
  });

  const row = (email: string, overview = 'As it was.') =>
    csv([
      ['ID', 'Name', 'Website', 'Email', 'Overview'],
      ['k1', 'Kept Apart', '', email, overview],
    ]);
  const stored = async () =>
    (await writerSql()`select email, purpose from core.groups where source = 'contact'`)[0] as {
      email: string;
      purpose: string;
    };

  it('answers the same whether a guess at a hidden address is right or wrong, and never writes over it', async () => {
    await importAs(OWNER, row('right@kept.example.org'), { source: 'contact' });
    await share('contact', 'group.contact', 'steward');
    const asked = (email: string, overview?: string) => toldTo(ope, row(email, overview), { source: 'contact' });
    for (const overview of ['As it was.', 'Another.']) {
      const right = await asked('right@kept.example.org', overview);
      expect(await asked('wrong@kept.example.org', overview)).toBe(right);
    }
    const report = await importAs(ope, row('wrong@kept.example.org', 'Newer words.'), { source: 'contact' });
    expect(reportLines(report).join('\n')).toContain('what the group does not share with you stays as it is');
    expect(await stored()).toEqual({ email: 'right@kept.example.org', purpose: 'Newer words.' });
  });

  it('tells nothing of a group behind a known number that is hidden, and leaves it', async () => {
    await share('contact', 'group.profile', 'steward');
    const told = await toldTo(ope, row('any@kept.example.org'), { source: 'contact' });
    expect(told).toContain(`row 2  skipped  Kept Apart  (${GENERIC};`);
    await importAs(ope, row('any@kept.example.org', 'Blind.'), { source: 'contact' });
    expect(await stored()).toEqual({ email: 'right@kept.example.org', purpose: 'Newer words.' });
  });
});
