import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** What the lines of a file say, in its order; none if there is no file. A line that broke off counts for nothing. */
export function readLines<T>(path: string, line: z.ZodType<T>): T[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text) => {
      try {
        return [line.parse(JSON.parse(text))];
      } catch {
        return [];
      }
    });
}

/** Adds one line for each entry and returns once they are on the disk. Only the hub's own user may read the file. */
export function appendLines(path: string, entries: readonly object[]): void {
  if (entries.length === 0) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'a+', 0o600);
  try {
    const lines = entries.map((each) => `${JSON.stringify(each)}\n`).join('');
    writeSync(file, (endsInsideLine(file) ? '\n' : '') + lines);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Whether the last line broke off, as after a power failure. */
function endsInsideLine(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last.toString() !== '\n';
}
