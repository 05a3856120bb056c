import { writeDown } from '~/auth/audit/append.server';
import type { SignedIn } from '~/auth/viewer';
import { BOM, csvRow } from '~/lib/csv-cells';
import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { streamOf } from '~/lib/stream.server';
import { type ZipEntry, zipped } from '~/lib/zip.server';
import { command } from '~/sharing/command.server';
import { type MyData, myData } from './my-data.server';

const MOST_A_DAY = 20;

const asJson = (data: MyData, now: Date): string =>
  `${JSON.stringify({ made: now.toISOString(), ...data, person: data.person?.[0] ?? null, account: data.account?.[0] ?? null }, null, 2)}\n`;

type Cell = string | number | null;

const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return JSON.stringify(value);
};

const columnsOf = (row: unknown): Record<string, unknown> =>
  typeof row === 'object' && row !== null && !Array.isArray(row) ? (row as Record<string, unknown>) : { value: row };

/** Rows as CSV: a column for each name that any of them has, what is a list or has parts of its own as JSON. */
export function* asCsv(rows: readonly unknown[]): Generator<string> {
  const all = rows.map(columnsOf);
  const names = [...new Set(all.flatMap((row) => Object.keys(row)))];
  yield BOM + csvRow(names);
  for (const row of all) yield csvRow(names.map((name) => cellOf(row[name])));
}

function* files(data: MyData, now: Date): Generator<ZipEntry> {
  yield { name: 'my-data.json', parts: [asJson(data, now)] };
  for (const [name, rows] of Object.entries(data))
    if (rows.length > 0) yield { name: `${name}.csv`, parts: asCsv(rows) };
}

const TYPES = { json: 'application/json; charset=utf-8', zip: 'application/zip' };

/**
 * What the hub keeps of the viewer as a file to take away: JSON, or a zip of the same JSON and a CSV for each part that
 * has rows. That it was taken is written down as every export is.
 * @throws DomainError `too_many` for whoever takes it again and again
 */
export async function myDataFile(viewer: SignedIn, format: keyof typeof TYPES, now = new Date()): Promise<Response> {
  const limit = { what: 'own data', subject: viewer.accountId, most: MOST_A_DAY, seconds: 86_400 };
  if ((await hitRateLimits([limit])) > 0) throw new DomainError('too_many', m.my_data_too_many());
  const data = await myData(viewer);
  await command(({ db }) => writeDown(db, viewer, { action: 'data_exported', detail: { what: 'own', format } }));
  return new Response(format === 'json' ? asJson(data, now) : streamOf(zipped(files(data, now), now)), {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="my-data.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
