import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import { isUuid } from '~/lib/uuid';
import { command, type Unit } from '~/sharing/command.server';

const PART = 512 * 1024;
const KEPT_DAYS = 7;

/** @throws DomainError `not_found` for what is no id */
export function asId(text: string | undefined): string {
  if (!isUuid(text)) throw notFound();
  return text;
}

/**
 * Keeps an uploaded file until it is imported; it holds personal data, so that only its uploader sees it. The same file
 * chosen again is the one that waits already, kept anew.
 */
export function storeFile(viewer: SignedIn, fileName: string, content: Buffer): Promise<string> {
  const id = randomUUID();
  const sha256 = createHash('sha256').update(content).digest('hex');
  return command(async ({ db }) => {
    const [same] = await db.execute<{ id: string }>(sql`
      update core.import_files set created_at = now()
      where uploaded_by = ${viewer.personId} and file_sha256 = ${sha256} and file_name = ${fileName} and run_id is null
      returning id`);
    if (same) return same.id;
    await db.execute(sql`
      insert into core.import_files (id, file_name, file_sha256, bytes, uploaded_by)
      values (${id}, ${fileName}, ${sha256}, ${content.length}, ${viewer.personId})`);
    for (let part = 0; part * PART < content.length; part += 1) {
      const bytes = content.subarray(part * PART, (part + 1) * PART).toString('base64');
      await db.execute(
        sql`insert into core.import_file_parts (file_id, part, content) values (${id}, ${part}, decode(${bytes}, 'base64'))`,
      );
    }
    return id;
  });
}

export async function readContent({ db }: Unit, fileId: string): Promise<Buffer> {
  const parts = await db.execute<{ bytes: string }>(
    sql`select encode(content, 'base64') as bytes from core.import_file_parts where file_id = ${fileId} order by part`,
  );
  return Buffer.concat(parts.map(({ bytes }) => Buffer.from(bytes, 'base64')));
}

export interface WaitingFile {
  id: string;
  fileName: string;
  /** ISO dates. */
  chosen: string;
  until: string;
}

/** Files the viewer looked at and neither imported nor deleted, the newest first. */
export async function waitingFiles(viewer: SignedIn): Promise<WaitingFile[]> {
  mustBe(viewer, 'operator');
  const rows = await command(({ db }) =>
    db.execute<WaitingFile & Record<string, unknown>>(sql`
      select id, file_name as "fileName", to_char(created_at at time zone 'utc', 'YYYY-MM-DD') as chosen,
        to_char((created_at + make_interval(days => ${KEPT_DAYS})) at time zone 'utc', 'YYYY-MM-DD') as until
      from core.import_files where uploaded_by = ${viewer.personId} and run_id is null
      order by created_at desc, id`),
  );
  return [...rows];
}

/** Deletes files that nobody imported in time. */
export const dropOldFiles = () =>
  command(({ db }) =>
    db.execute(sql`delete from core.import_files where created_at < now() - make_interval(days => ${KEPT_DAYS})`),
  );

export interface OwnFile {
  id: string;
  fileName: string;
  content: Buffer;
}

/** A file the viewer uploaded and that no import has taken yet. @throws DomainError `not_found` */
export function ownFile(viewer: SignedIn, fileId: string): Promise<OwnFile> {
  return command(async (unit) => {
    const [file] = await unit.db.execute<{ id: string; name: string }>(sql`
      select id, file_name as name from core.import_files
      where id = ${asId(fileId)} and uploaded_by = ${viewer.personId} and run_id is null`);
    if (!file) throw notFound();
    return { id: file.id, fileName: file.name, content: await readContent(unit, file.id) };
  });
}

/** Deletes a file the viewer uploaded and does not want to import. */
export const dropFile = (viewer: SignedIn, fileId: string) =>
  command(({ db }) =>
    db.execute(sql`
      delete from core.import_files where id = ${asId(fileId)} and uploaded_by = ${viewer.personId} and run_id is null`),
  );
