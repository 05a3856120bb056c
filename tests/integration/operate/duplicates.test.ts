import { beforeAll, describe, expect, it } from 'vitest';
import type { DuplicateChoice } from '#db/schema/imports';
import { writerSql } from '#db/writer.server';
import type { SignedIn } from '~/auth/viewer';
import { decidePair } from '~/features/operate/duplicates/decide.server';
import type { Picks } from '~/features/operate/duplicates/pair-fields';
import { pairPage, pairsPage } from '~/features/operate/duplicates/pair-page.server';
import { takeBack } from '~/features/operate/duplicates/take-back.server';
import { importGroups } from '~/features/operate/import/import-groups.server';
import { reportLines } from '~/features/operate/import/report-lines';
import { undoImport } from '~/features/operate/import/undo.server';
import { verifyProjections } from '~/sharing/verify.server';
import { coreHash } from '../../factories/core-hash';
import { csv } from '../../factories/csv';
import { join, makeGroup, makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';

useHub();
const ACTOR = { kind: 'system', reason: 'import' } as const;
let ope: SignedIn;
let otto: SignedIn;
let ids: Record<string, string>;

const CREEK = { name: 'Creek Keepers', purpose: 'Keeps the creek.', email: 'old@creek.example.org' };

beforeAll(async () => {
  const shown = { 'person.name': 'member' } as const;
  ope = asMember({ personId: (await makePerson({ name: 'Ope' }, shown)).id, can: ['operator'] });
  otto = asMember({ personId: (await makePerson({ name: 'Otto' }, shown)).id, can: ['operator'] });
  const links = [{ url: 'https://social.example/creek', label: null }];
  ids = {
    creek: (await makeGroup({ ...CREEK, links }, { standing: 'listed' })).id,
    member: (await makeGroup({ name: 'Forest Circle', purpose: 'Ours.' }, { standing: 'member' })).id,
  };
});

const COLUMNS = ['ID', 'Name', 'Overview', 'Website', 'Social Media', 'Email', 'Focus'];
const FILE = csv([
  COLUMNS,
  [
    'd1',
    'Creek Keepers',
    'Keeps all creeks.',
    'https://creek.example.org/',
    'https://social.example/keepers',
    'new@creek.example.org',
    'Mussels',
  ],
  ['d2', 'Forest Circle', 'Theirs.', '', '', '', ''],
  ['d3', 'The Creek Keepers', '', '', '', '', ''],
  ['d4', 'Quite Another Thing', '', 'https://other.example.org/', '', '', ''],
  ['d5', 'Other Things', '', 'https://other.example.org/', '', '', ''],
]);

const runFile = async (source: string, content = FILE) => {
  const report = await importGroups(ACTOR, { fileName: 'pairs.csv', content: Buffer.from(content) }, { source });
  return { runId: report.runId ?? '', lines: reportLines(report, 'https://hub.example.org') };
};

const seenOf = async (runId: string, line: number) => (await pairPage(ope, runId, line, 'en')).compared?.seen ?? '';
const decide = async (runId: string, line: number, choice: DuplicateChoice, picks: Picks = {}, viewer = ope) =>
  decidePair(viewer, runId, line, { choice, picks, seen: await seenOf(runId, line) });

const group = async (id: string | undefined) =>
  (
    await writerSql()`select name, purpose, website, email, version, (select array_agg(url order by position) from core.group_links l
      where l.group_id = g.id) as links from core.groups g where id = ${id ?? ''}`
  )[0];
const named = (source: string) =>
  writerSql()`select source_id from core.groups where source = ${source} order by 1`.then((rows) =>
    rows.map((row) => row.source_id),
  );

describe('deciding about groups that may be one', () => {
  it('is told on the console with the address, and lists the pairs in the order of the file', async () => {
    const { runId, lines } = await runFile('told');
    expect(lines).toContain(
      `4 may be groups that were here before: decide side by side at https://hub.example.org/operate/import/${runId}/duplicates`,
    );
    const page = await pairsPage(ope, runId, 0);
    expect(page).toMatchObject({ total: 4, next: 2, counts: { waiting: 4, kept: 0, merged: 0, both: 0 } });
    expect(page.pairs.map(({ line, ours, because }) => [line, ours, because])).toEqual([
      [2, 'Creek Keepers', 'same_name'],
      [3, 'Forest Circle', 'same_name'],
      [4, 'Creek Keepers', 'same_name'],
      [6, 'Quite Another Thing', 'same_website'],
    ]);
    await undoImport(ACTOR, runId);
    await expect(pairsPage(ope, runId, 0)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps, merges field by field or leaves both; the import remembers, and undoing it leaves every table as it was', async () => {
    const before = await coreHash();
    const { runId } = await runFile('whole');
    const { compared } = await pairPage(ope, runId, 2, 'en');
    expect(
      compared?.fields
        .filter(({ difference }) => difference !== 'empty')
        .map(({ field, difference }) => [field, difference]),
    ).toEqual([
      ['name', 'same'],
      ['purpose', 'differs'],
      ['activities', 'only_theirs'],
      ['website', 'only_theirs'],
      ['links', 'differs'],
      ['email', 'differs'],
    ]);
    expect(
      await decide(runId, 2, 'merged', { purpose: 'theirs', website: 'theirs', links: 'both', email: 'ours' }),
    ).toBe('done');
    expect(await group(ids.creek)).toEqual({
      name: 'Creek Keepers',
      purpose: 'Keeps all creeks.',
      website: 'https://creek.example.org/',
      email: 'old@creek.example.org',
      version: 2,
      links: ['https://social.example/creek', 'https://social.example/keepers'],
    });
    expect(await decide(runId, 4, 'kept')).toBe('done');
    expect(await decide(runId, 6, 'both')).toBe('done');
    expect(await named('whole')).toEqual(['d2', 'd4', 'd5']);
    expect(await verifyProjections()).toEqual([]);
    const again = await runFile('whole', FILE.replace('Keeps all', 'Keeps nearly all'));
    expect(again.lines.at(-1)).toBe('5 rows: 0 created, 0 changed, 5 skipped');
    expect(again.lines.join('\n')).toContain('decided to be the same group as "Creek Keepers"');
    expect((await undoImport(ACTOR, runId)).kept).toEqual([]);
    expect(await coreHash()).toBe(before);
    expect(await verifyProjections()).toEqual([]);
  });

  it('can be taken back one by one, the last merge first', async () => {
    const { runId } = await runFile('back');
    const before = await coreHash();
    for (const [line, choice] of [
      [2, 'merged'],
      [4, 'merged'],
      [6, 'both'],
    ] as const)
      expect(await decide(runId, line, choice, { purpose: 'theirs', topics: 'both' })).toBe('done');
    expect(await takeBack(otto, runId, 2)).toBe('changed');
    expect([await takeBack(otto, runId, 4), await takeBack(otto, runId, 2), await takeBack(otto, runId, 6)]).toEqual([
      'done',
      'done',
      'done',
    ]);
    expect(await takeBack(otto, runId, 6)).toBe('nothing');
    expect(await coreHash()).toBe(before);
    expect(await verifyProjections()).toEqual([]);
    await undoImport(ACTOR, runId);
  });

  it('holds the first decision when two decide at once, and tells the second what it was and whose', async () => {
    const { runId } = await runFile('at once');
    const seen = await seenOf(runId, 6);
    const both = await Promise.all([
      decidePair(ope, runId, 6, { choice: 'kept', picks: {}, seen }),
      decidePair(otto, runId, 6, { choice: 'both', picks: {}, seen }),
    ]);
    expect([...both].sort()).toEqual(['done', 'earlier']);
    const { decision } = await pairPage(otto, runId, 6, 'en');
    const [first, name] = both[0] === 'done' ? ['kept', 'Ope'] : ['both', 'Otto'];
    expect([decision?.choice, decision?.by]).toEqual([first, name]);
    await undoImport(ACTOR, runId);
  });

  it('writes nothing over what changed since the page was shown', async () => {
    const { runId } = await runFile('changed');
    const seen = await seenOf(runId, 2);
    await writerSql()`update core.groups set purpose = 'By hand', version = version + 1 where id = ${ids.creek ?? ''}`;
    expect(await decidePair(ope, runId, 2, { choice: 'merged', picks: { purpose: 'theirs' }, seen })).toBe('changed');
    expect(await group(ids.creek)).toMatchObject({ purpose: 'By hand' });
    expect(await decide(runId, 2, 'merged', { website: 'theirs' })).toBe('done');
    await writerSql()`update core.groups set purpose = 'By hand again', version = version + 1 where id = ${ids.creek ?? ''}`;
    expect(await takeBack(ope, runId, 2)).toBe('changed');
    expect((await undoImport(ACTOR, runId)).kept).toMatchObject([{ row: 2, name: 'Creek Keepers', why: 'edited' }]);
    expect(await group(ids.creek)).toMatchObject({ purpose: 'By hand again' });
  });

  it('never writes a group that is a member, and drops none that people use or that others lead to', async () => {
    const { runId } = await runFile('hindered');
    expect((await pairPage(ope, runId, 3, 'en')).compared?.hindrances).toEqual({ merge: 'member', drop: null });
    expect(await decide(runId, 3, 'merged', { purpose: 'theirs' })).toBe('hindered');
    expect(await decide(runId, 3, 'kept')).toBe('done');
    const [row] = await writerSql()`select id from core.groups where source = 'hindered' and source_id = 'd3'`;
    await join((await makePerson({ name: 'Ada Joins' })).id, row?.id);
    expect((await pairPage(ope, runId, 4, 'en')).compared?.hindrances.drop).toBe('in_use');
    expect(await decide(runId, 4, 'kept')).toBe('hindered');
    expect(await decide(runId, 4, 'both')).toBe('done');
    expect(await group(ids.member)).toMatchObject({ purpose: 'Ours.', version: 1 });
    await undoImport(ACTOR, runId);
  });

  it('is not there for others, nor where there is no pair', async () => {
    const { runId } = await runFile('others');
    const member = asMember({ can: ['weaver', 'steward'] });
    await expect(pairsPage(member, runId, 0)).rejects.toMatchObject({ code: 'not_found' });
    await expect(pairPage(member, runId, 2, 'en')).rejects.toMatchObject({ code: 'not_found' });
    await expect(takeBack(member, runId, 2)).rejects.toMatchObject({ code: 'not_found' });
    const none = { choice: 'both', picks: {}, seen: '' } as const;
    await expect(decidePair(member, runId, 2, none)).rejects.toMatchObject({ code: 'not_found' });
    await expect(decidePair(ope, runId, 5, none)).rejects.toMatchObject({ code: 'not_found' });
    await expect(decidePair(ope, 'no-run', 5, none)).rejects.toMatchObject({ code: 'not_found' });
  });
});
