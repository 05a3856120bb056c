import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Malformed } from '#db/backup/lines.server';
import { type Section, sectionsOf } from '#db/backup/sections.server';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const header = {
  software: '1.0.0',
  network: 'A network',
  migrations: [1, 2],
  tables: [
    { name: 'core.people', columns: ['id', 'name'] },
    { name: 'core.groups', columns: ['id'] },
  ],
  secretCheck: sha('secret'),
};
const data = (text: string) => `{"data":${Buffer.byteLength(text)}}\n${text}\n`;
const end = (text: string, count: number) => `${JSON.stringify({ end: { count, sha256: sha(text) } })}\n`;
const ROWS = '1\tAna\n2\tBo\n';
const parts = {
  header: `${JSON.stringify({ header })}\n`,
  people: `{"table":"core.people"}\n${data(ROWS.slice(0, 5))}${data(ROWS.slice(5))}${end(ROWS, 2)}`,
  groups: `{"table":"core.groups"}\n${end('', 0)}`,
  sequences: '{"sequences":[{"name":"ref.interests_id_seq","value":"7","called":true}]}\n',
};
type Parts = Record<keyof typeof parts, string>;

const trailer = (body: string, more: object = {}) =>
  `${JSON.stringify({ trailer: { tables: 2, rows: 2, sha256: sha(body), ...more } })}\n`;

function whole(change: Partial<Parts> = {}, more: object = {}): string {
  const body = Object.values({ ...parts, ...change }).join('');
  return body + trailer(body, more);
}

async function read(text: string, cut = 7): Promise<Section[]> {
  const bytes = Buffer.from(text);
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut);
  };
  const sections: Section[] = [];
  for await (const section of sectionsOf(Readable.from(pieces()))) sections.push(section);
  return sections;
}

describe('the body of a backup', () => {
  it('is read in its order, however its bytes arrive', async () => {
    const kinds = 'header table data data end table end sequences';
    for (const cut of [1, 7, 10_000]) expect((await read(whole(), cut)).map(({ kind }) => kind).join(' ')).toBe(kinds);
  });

  it('is refused wherever it is cut', async () => {
    const text = whole();
    for (let at = 0; at < text.length; at += 1)
      await expect(read(text.slice(0, at)), `cut at ${at}`).rejects.toBeInstanceOf(Malformed);
  });

  it.each<[string, string]>([
    ['something behind its trailer', `${whole()}${parts.sequences}`],
    ['a second header', whole({ people: parts.header + parts.people })],
    ['no header', whole({ header: '' })],
    ['a table missing', whole({ groups: '' })],
    ['tables in another order', whole({ people: parts.groups, groups: parts.people })],
    ['a table that its header does not name', whole({ groups: parts.groups.replace('core.groups', 'core.others') })],
    ['a table twice', whole({ groups: parts.groups + parts.groups })],
    ['a table after the counters', whole({ groups: '', sequences: parts.sequences + parts.groups })],
    ['no counters', whole({ sequences: '' })],
    ['a wrong number of rows', whole({ people: parts.people.replace('"count":2', '"count":3') })],
    ['a row changed', whole({ people: parts.people.replace('Ana', 'Eva') })],
    ['data before any table', whole({ header: parts.header + data('x') })],
    ['data longer than announced', whole({ people: parts.people.replace('{"data":5}', '{"data":4}') })],
    ['a table that does not end', whole({ people: parts.people.replace(end(ROWS, 2), '') })],
    ['a wrong number of rows in its trailer', whole({}, { rows: 3 })],
    ['a wrong number of tables in its trailer', whole({}, { tables: 1 })],
    ['another hash in its trailer', whole({}, { sha256: sha('') })],
    ['a name that could be more than a name', whole({ header: parts.header.replace('core.groups', 'core.x; drop') })],
    ['a line it does not know', whole({ sequences: `{"photos":[]}\n${parts.sequences}` })],
    ['a line that never ends', `${' '.repeat((1 << 20) + 10)}`],
  ])('with %s is refused', async (_, text) => {
    await expect(read(text, 4096)).rejects.toBeInstanceOf(Malformed);
  });
});
