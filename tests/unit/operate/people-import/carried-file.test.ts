import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { carry, chosenFile } from '~/features/operate/people-import/carried-file.server';

const bytes = (text: string) => new TextEncoder().encode(text);

function form(fields: Record<string, string | File>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe('a file that its page carries', () => {
  it('comes back as it was, with its name', async () => {
    const carried = carry({ fileName: 'Größe.csv', content: bytes('name\nAda\n') });
    const back = await chosenFile(form({ carried: carried?.packed ?? '', carriedName: carried?.fileName ?? '' }));
    expect([back?.fileName, new TextDecoder().decode(back?.content)]).toEqual(['Größe.csv', 'name\nAda\n']);
  });

  it('gives way to one that is chosen now', async () => {
    const { packed = '' } = carry({ fileName: 'old.csv', content: bytes('old') }) ?? {};
    const now = await chosenFile(form({ carried: packed, file: new File(['new'], 'new\u202e.csv') }));
    expect([now?.fileName, new TextDecoder().decode(now?.content)]).toEqual(['new.csv', 'new']);
  });

  it.each([
    ['no field', {}],
    ['an empty file', { file: new File([], 'empty.csv') }],
    ['nothing carried', { carried: '' }],
  ])('is none for %s', async (_, fields) => expect(await chosenFile(form(fields))).toBeNull());

  it.each([
    ['what nobody packed', 'bm90IG91cnM='],
    ['what would fill the memory', gzipSync(Buffer.alloc(9 * 1024 * 1024)).toString('base64')],
  ])('refuses %s', async (_, carried) =>
    expect(chosenFile(form({ carried }))).rejects.toMatchObject({ code: 'invalid' }),
  );

  it('is none where it would not fit into a request', () => {
    expect(carry({ fileName: 'large.csv', content: randomBytes(700_000) })).toBeNull();
  });
});
