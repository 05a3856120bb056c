import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DomainError } from '../../app/lib/errors';
import { systemReason, unusable } from './fault';
import { type FirstLine, type Header, LAST_LINE_LENGTH } from './format';
import { readBeginning } from './is-backup.server';
import { Malformed } from './lines.server';
import { keyFrom, SealBroken, unseal } from './seal.server';
import { type Section, sectionsOf } from './sections.server';

/** A backup that was read to its end and found whole. */
export interface Backup {
  file: string;
  facts: FirstLine;
  header: Header;
  rows: number;
  /** SHA-256 of the whole file but its last line. */
  sha256: string;
  /** Reads it again from its beginning, with the same checks. @throws DomainError if it has changed since */
  sections(): AsyncGenerator<Section>;
}

/** The hash in the last line and the hash of everything before it. */
async function hashes(file: string, size: number): Promise<{ said: string; real: string }> {
  const end = size - LAST_LINE_LENGTH;
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file, { end: end - 1 })) hash.update(bytes);
  const last: Buffer[] = [];
  for await (const bytes of createReadStream(file, { start: end })) last.push(bytes);
  return { said: Buffer.concat(last).toString('latin1'), real: hash.digest('hex') };
}

function faultOf(error: unknown, file: string): unknown {
  if (error instanceof DomainError) return error;
  // The file is whole, as its last line says: then the first chunk does not open because of the key.
  if (error instanceof SealBroken) return unusable(error.chunk === 0 ? 'passphrase' : 'damaged', file);
  if (error instanceof Malformed || /^Z_/.test(String((error as { code?: unknown }).code)))
    return unusable('damaged', file);
  return error;
}

function reader(file: string, first: string, end: number, key: Buffer | undefined) {
  return async function* sections(): AsyncGenerator<Section> {
    const stored = createReadStream(file, { start: Buffer.byteLength(first, 'latin1'), end });
    const opened = key ? [unseal(key, Buffer.from(first, 'latin1'))] : [];
    // A fault of any of them reaches the last, and with it whoever reads.
    const body = pipeline([stored, ...opened, createGunzip()], () => undefined) as unknown as Readable;
    try {
      yield* sectionsOf(body);
    } catch (error) {
      throw faultOf(error, file);
    } finally {
      stored.destroy();
    }
  };
}

async function check(file: string, askPassphrase: () => Promise<string>): Promise<Backup> {
  const beginning = await readBeginning(file);
  if (beginning.format !== 1) throw unusable(beginning.format, file);
  const { size } = await stat(file);
  const end = size - LAST_LINE_LENGTH - 1;
  if (end < beginning.line.length) throw unusable('damaged', file);
  const { said, real } = await hashes(file, size);
  if (said !== `sha256 ${real}\n`) throw unusable('damaged', file);

  const { facts } = beginning;
  const key = facts.encrypted ? await keyFrom(await askPassphrase(), facts.encrypted) : undefined;
  const sections = reader(file, beginning.line, end, key);
  let header: Header | undefined;
  let rows = 0;
  let counts = false;
  for await (const section of sections()) {
    if (section.kind === 'header') header = section.header;
    if (section.kind === 'table') counts = true;
    if (section.kind === 'end' && counts) rows += section.count;
    if (section.kind === 'end') counts = false;
  }
  if (!header) throw unusable('damaged', file);
  return { file, facts, header, rows, sha256: real, sections };
}

/**
 * Opens a backup and reads all of it once: nothing that is damaged, cut short, foreign or of a newer format gets further.
 * @throws DomainError `invalid`, one line that says which; its `detail.fault` is a key of FAULTS
 */
export async function openBackup(file: string, askPassphrase: () => Promise<string>): Promise<Backup> {
  try {
    return await check(file, askPassphrase);
  } catch (error) {
    const reason = error instanceof DomainError ? undefined : systemReason(error);
    if (!reason) throw error;
    throw new DomainError('invalid', `${file} cannot be read: ${reason}. Nothing was touched.`);
  }
}
