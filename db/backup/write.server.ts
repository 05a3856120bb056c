import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { DomainError } from '../../app/lib/errors';
import { systemReason } from './fault';
import { type FirstLine, FORMAT, MAGIC } from './format';
import { isBackup } from './is-backup.server';
import { keyFrom, newKdf, seal } from './seal.server';

const toFile = (file: FileHandle) =>
  new Writable({
    async write(bytes: Buffer, _encoding, done) {
      try {
        for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });

/** Puts `first` before what flows through, and the hash of all of it behind. */
function framed(first: Buffer): Transform {
  const hash = createHash('sha256').update(first);
  return new Transform({
    construct(done) {
      this.push(first);
      done();
    },
    transform(bytes: Buffer, _encoding, done) {
      hash.update(bytes);
      done(null, bytes);
    },
    flush(done) {
      done(null, `sha256 ${hash.digest('hex')}\n`);
    },
  });
}

async function writeInto(
  file: FileHandle,
  body: AsyncGenerator<Buffer>,
  passphrase: string | undefined,
): Promise<void> {
  const kdf = passphrase === undefined ? null : newKdf();
  const facts: FirstLine = { created: new Date().toISOString(), encrypted: kdf };
  const first = Buffer.from(`${MAGIC}${FORMAT} ${JSON.stringify(facts)}\n`);
  const sealing = kdf && passphrase !== undefined ? [seal(await keyFrom(passphrase, kdf), first)] : [];
  await pipeline([Readable.from(body, { objectMode: false }), createGzip(), ...sealing, framed(first), toFile(file)]);
  await file.sync();
}

/** What the rename did is on the disk too once this returns. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().catch(() => undefined);
  await handle.close();
}

/**
 * Writes a backup file: whole and on the disk, or not at all. It is made beside its place as FILE.part, readable by its
 * owner only, and put in place of an older backup of that name.
 * @throws DomainError one line: `conflict` if something else has that name, `unavailable` if the disk refuses
 */
export async function writeBackupFile(
  path: string,
  body: AsyncGenerator<Buffer>,
  passphrase: string | undefined,
  openDraft = (draft: string): Promise<FileHandle> => open(draft, 'wx', 0o600),
): Promise<{ bytes: number }> {
  const target = resolve(path);
  const draft = `${target}.part`;
  if ((await isBackup(target)) === false)
    throw new DomainError('conflict', `${target} is something else than a backup and stays. Choose another name.`);
  let handle: FileHandle | undefined;
  try {
    await rm(draft, { force: true });
    handle = await openDraft(draft);
    await writeInto(handle, body, passphrase);
    const { size } = await handle.stat();
    await handle.close();
    await rename(draft, target);
    await syncFolder(dirname(target));
    return { bytes: size };
  } catch (error) {
    await handle?.close().catch(() => undefined);
    await rm(draft, { force: true }).catch(() => undefined);
    const reason = systemReason(error);
    if (!reason) throw error;
    const what = `${basename(target)} could not be written to ${dirname(target)}: ${reason}.`;
    throw new DomainError('unavailable', `No backup was made. ${what} Earlier backups are as they were.`);
  }
}
