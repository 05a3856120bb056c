import { describe, expect, it } from 'vitest';
import { IMPORT_LIMITS } from '~/features/operate/import/limits';
import { type CsvRow, readRows } from '~/features/operate/import/read-csv.server';
import { openTable, refuseLarge } from '~/features/operate/import/table.server';

const open = (text: string, map: string[] = []) => openTable(Buffer.from(text), { map });
const rows = async (text: string): Promise<CsvRow[]> => {
  const table = await open(text);
  const found: CsvRow[] = [];
  for await (const row of readRows(
    table.text,
    table.delimiter,
    table.columns.map((column) => column.name),
  ))
    found.push(row);
  return found;
};

describe('reading a table', () => {
  it('numbers rows as a spreadsheet does, over blank lines, line breaks in cells and mixed line ends', async () => {
    const found = await rows('Name,City\r\nA,"two\nlines"\n\nB,x\r\nC,y\rD,z\n');
    expect(found.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, 'A', 'two\nlines'],
      [4, 'B', 'x'],
      [5, 'C', 'y'],
      [6, 'D', 'z'],
    ]);
  });

  it('takes stray quotation marks and spaces as they come', async () => {
    const found = await rows('Name,City\n"Best" group,x\nthe "other" one, "a, b"\n');
    expect(found.map(({ cells }) => cells)).toEqual([
      ['"Best" group', 'x'],
      ['the "other" one', 'a, b'],
    ]);
  });

  it('says aloud where a row has another number of cells, and keeps those beyond the columns', async () => {
    const [short, long] = await rows('Name,City,Country\nA\nB,x,y,left over,\n');
    expect(short).toMatchObject({ cells: ['A', '', ''], notes: [{ code: 'ragged', detail: '1 instead of 3' }] });
    expect(long?.notes).toEqual([{ code: 'ragged', detail: '5 instead of 3; kept here: left over' }]);
  });

  it('removes NULs and other controls with a note', async () => {
    const [row] = await rows('Name,City\nA\u0000B,\u001b[31mred\n');
    expect(row).toMatchObject({
      cells: ['AB', '[31mred'],
      notes: [
        { code: 'characters_removed', detail: 'Name' },
        { code: 'characters_removed', detail: 'City' },
      ],
    });
  });

  it('cuts a cell beyond any measure with a note', async () => {
    const [row] = await rows(`Name,City\nA,${'x'.repeat(IMPORT_LIMITS.cell + 5)}\n`);
    expect(row?.cells[1]).toHaveLength(IMPORT_LIMITS.cell);
    expect(row?.notes).toMatchObject([{ code: 'cut' }]);
  });

  it('keeps letters outside the basic plane whole however the text is cut up', async () => {
    const name = '🌊'.repeat(200_000);
    const [row] = await rows(`a,Name\nx,${name.slice(0, 2 * 40_000)}\n`);
    expect(row?.cells[1]).toBe('🌊'.repeat(40_000));
  });

  it('numbers repeated column names and names empty ones', async () => {
    const table = await open('Name,Notes,,Notes\nA,b,c,d\n');
    expect(table.columns.map(({ name, filled }) => [name, filled])).toEqual([
      ['Name', 1],
      ['Notes', 1],
      ['Column 3', 1],
      ['Notes (2)', 1],
    ]);
    expect(table.notes).toEqual([{ code: 'duplicate_header', detail: '"Notes", read as "Notes (2)"' }]);
  });

  it.each([
    ['an empty file', '', 'The file is empty.'],
    ['blank lines', '\n\n\n', 'The file is empty.'],
    [
      'a header alone',
      'Name,City\n',
      'The file has one line, the header, and no rows below it: there is nothing to import.',
    ],
    [
      'a header alone without a line end',
      'Name,City',
      'The file has one line, the header, and no rows below it: there is nothing to import.',
    ],
    [
      'a quotation mark left open',
      'Name,City\nA,x\nB,"y\nC,z\n',
      'Row 3 opens a quotation mark that is never closed, so nothing after it can be read. Nothing was imported.',
    ],
    [
      'no name column',
      'Title,Town\nA,B\n',
      `No column looks like the group's name. The file has: "Title", "Town". Say which it is, for example --map "Title=name".`,
    ],
    ['too many columns', `Name${',x'.repeat(300)}\nA\n`, 'The file has 301 columns; at most 200 are taken.'],
  ])('refuses %s in one line', async (_name, text, message) => {
    await expect(open(text)).rejects.toThrow(message);
  });

  it('refuses a large file by its size alone', async () => {
    const message = 'The file has 200 MB; an import takes at most 50 MB. Split it and import the parts.';
    expect(() => refuseLarge(200 * 1024 * 1024)).toThrow(message);
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield new Uint8Array(10 * 1024 * 1024);
      }
    }
    await expect(openTable(endless(), {})).rejects.toThrow('an import takes at most 50 MB');
    expect(given).toBe(6);
  });

  it('refuses more rows than it takes', async () => {
    await expect(open(`Name\n${'A\n'.repeat(IMPORT_LIMITS.rows + 1)}`)).rejects.toThrow(
      'The file has more than 100,000 rows.',
    );
  });
});
