import { createHash } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { BLOCK, LAST_LINE_LENGTH } from '#db/backup/format';
import { openBackup } from '#db/backup/read.server';
import { useHub } from '../../setup/hub';
import { backupOf, makeContent, useFolder } from './support';

const hub = useHub();
const { file, path } = useFolder();
const PASSPHRASE = 'correct horse battery staple';
const KINDS = ['open', 'sealed'] as const;
const ask = async () => PASSPHRASE;

/** What `hub restore` says before it touches anything; '' if it takes the file. */
const said = (name: string, passphrase = ask) =>
  openBackup(file(name), passphrase).then(
    () => '',
    (error: Error) => error.message.replaceAll(new RegExp(`${path}/?`, 'g'), ''),
  );

function damaged(name: string, change: (bytes: Buffer) => Buffer): string {
  writeFileSync(file('damaged'), change(Buffer.from(readFileSync(file(name)))));
  return 'damaged';
}

/** With a last line that fits what stands before it, as if the damage were older than that line. */
function closed(bytes: Buffer): Buffer {
  const body = bytes.subarray(0, bytes.length - LAST_LINE_LENGTH);
  return Buffer.concat([body, Buffer.from(`sha256 ${createHash('sha256').update(body).digest('hex')}\n`)]);
}

beforeAll(async () => {
  await makeContent();
  await backupOf(hub.database().urls, file('open'));
  await backupOf(hub.database().urls, file('sealed'), PASSPHRASE);
});

describe.each(KINDS)('a backup (%s)', (kind) => {
  it('is taken as it is', async () => expect(await said(kind)).toBe(''));

  it('is refused when cut short anywhere', async () => {
    const { length } = readFileSync(file(kind));
    const first = readFileSync(file(kind)).indexOf('\n') + 1;
    const cuts = new Set([0, 1, first - 1, first, first + 1, length - 1, length - LAST_LINE_LENGTH]);
    for (let at = 1000; at < length; at += 1000) cuts.add(at);
    for (let at = first + BLOCK + 16; at < length; at += BLOCK + 16) cuts.add(at);
    for (const at of [...cuts].sort((a, b) => b - a)) {
      writeFileSync(file('damaged'), readFileSync(file(kind)));
      truncateSync(file('damaged'), at);
      expect(await said('damaged'), `cut at ${at}`).toMatch(
        /^damaged is (damaged or was cut short|not a backup of a hub)\./,
      );
    }
  });

  it('is refused with one bit changed anywhere', async () => {
    const bytes = readFileSync(file(kind));
    const step = Math.ceil(bytes.length / 400);
    const places = new Set(Array.from({ length: 300 }, (_, n) => n));
    for (let at = 0; at < bytes.length; at += step) places.add(at + (at % 7));
    for (let at = bytes.length - LAST_LINE_LENGTH; at < bytes.length; at += 1) places.add(at);
    for (const at of places) {
      if (at >= bytes.length) continue;
      const before = bytes[at] as number;
      bytes[at] = before ^ (1 << (at % 8));
      writeFileSync(file('damaged'), bytes);
      bytes[at] = before;
      expect(await said('damaged'), `changed at ${at}`).not.toBe('');
    }
  });

  it('is refused with another part of its content, even if its last line fits', async () => {
    const cutInside = damaged(kind, (bytes) =>
      closed(Buffer.concat([bytes.subarray(0, bytes.length - 300), bytes.subarray(-LAST_LINE_LENGTH)])),
    );
    expect(await said(cutInside)).toMatch(/damaged|passphrase/);
  });
});

describe('what else is refused, each in one line', () => {
  it.each<[string, () => Promise<string>, string]>([
    [
      'a wrong passphrase',
      () => said('sealed', async () => 'another passphrase'),
      'The passphrase does not open sealed. Nothing was touched.',
    ],
    ['no file', () => said('nothing'), 'nothing cannot be read: there is no such file or folder. Nothing was touched.'],
    ['a folder', () => said('.'), ' cannot be read: it is a folder. Nothing was touched.'],
    [
      'another file',
      () => said(damaged('open', () => Buffer.from('PK\u0003\u0004 holiday photos'))),
      'damaged is not a backup of a hub. Nothing was touched.',
    ],
    [
      'an empty file',
      () => said(damaged('open', () => Buffer.alloc(0))),
      'damaged is not a backup of a hub. Nothing was touched.',
    ],
    [
      'a newer format',
      () =>
        said(
          damaged('open', (bytes) => Buffer.from(bytes.toString('latin1').replace('backup 1', 'backup 2'), 'latin1')),
        ),
      'damaged was made by a newer version of this software. Update the software, then restore. Nothing was touched.',
    ],
  ])('%s', async (_, attempt, expected) => {
    expect(await attempt()).toBe(expected);
  });
});
