import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readerPool } from '#db/reader.server';
import { importGroups } from '~/features/operate/import/import-groups.server';
import { reportLines } from '~/features/operate/import/report-lines';
import { words } from '~/lib/text';
import { useHub } from '../../setup/hub';

/** A directory as a coalition's volunteers kept it; it is not part of the project. */
const NAME = 'climate-justice-organisations.csv';
const path = process.env.HUB_TEST_DIRECTORY_CSV ?? join(process.cwd(), '..', 'shared', 'data', NAME);
const present = existsSync(path);
console.log(
  present
    ? `The real directory is run: ${basename(path)}.`
    : 'The real directory is absent, so only the synthetic one is run.',
);

const ACTOR = { kind: 'system', reason: 'import' } as const;

describe.runIf(present)('the real directory', () => {
  useHub();
  const importIt = () => importGroups(ACTOR, { fileName: NAME, content: readFileSync(path) });

  it('is imported whole, searchable at once, and known the second time', async () => {
    const report = await importIt();
    expect(reportLines(report).at(-1)).toBe('152 rows: 152 created, 0 changed, 0 skipped');
    const groups = await readerPool('public')<
      {
        name: string;
        standing: string;
        words: string[];
        place_text: string | null;
        country: string | null;
        website: string | null;
      }[]
    >`
      select name, standing, words, place_text, country, website from groups`;
    expect(groups).toHaveLength(152);
    expect(new Set(groups.map((group) => group.standing))).toEqual(new Set(['listed']));
    const found = await readerPool(
      'public',
    )`select name from groups where tsv @@ to_tsquery('simple', 'climate & justice & alliance:*')`;
    expect(found.map((row) => row.name)).toContain('Climate Justice Alliance');
    for (const { row, name, notes } of report.rows) {
      const group = groups.find((each) => each.name === name);
      for (const word of words(name).filter((each) => each.length > 2)) expect(group?.words, name).toContain(word);
      const placed = group?.country !== null || group.place_text !== null;
      expect(placed || notes.some(({ code }) => code === 'no_place_given'), `row ${row}`).toBe(true);
    }
    expect(groups.filter((group) => group.website)).toHaveLength(101);
    expect(reportLines(await importIt()).at(-1)).toBe('152 rows: 0 created, 0 changed, 152 skipped');
  });
});
