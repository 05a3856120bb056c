import { open } from 'node:fs/promises';
import { FIRST_LINE_LIMIT, type FirstLine, FORMAT, firstLineSchema, MAGIC } from './format';

/** The first bytes of a file: enough for the first line of a backup. */
async function beginning(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(FIRST_LINE_LIMIT), 0, FIRST_LINE_LIMIT, 0);
    return buffer.subarray(0, bytesRead).toString('latin1');
  } finally {
    await file.close();
  }
}

/** Whether a file is a backup of any format, by its first word; undefined if there is no file. */
export async function isBackup(path: string): Promise<boolean | undefined> {
  try {
    return (await beginning(path)).startsWith(MAGIC);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : false;
  }
}

export type Beginning = { format: 'foreign' | 'newer' | 'damaged' } | { format: 1; line: string; facts: FirstLine };

/** What the first line of a file says, without looking at the rest. */
export async function readBeginning(path: string): Promise<Beginning> {
  const text = await beginning(path);
  if (!text.startsWith(MAGIC)) return { format: 'foreign' };
  const line = text.slice(0, text.indexOf('\n') + 1);
  const [, format, json] = /^(\d{1,6}) (.*)\n$/.exec(line.slice(MAGIC.length)) ?? [];
  if (format === undefined || json === undefined) return { format: 'damaged' };
  if (Number(format) > FORMAT) return { format: 'newer' };
  try {
    return { format: 1, line, facts: firstLineSchema.parse(JSON.parse(json)) };
  } catch {
    return { format: 'damaged' };
  }
}
