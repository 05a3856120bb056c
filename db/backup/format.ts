import { z } from 'zod';

/**
 * A backup is one file, format 1:
 *
 *     commonweave backup 1 {"created": ISO time, "encrypted": null or {"kdf":"scrypt","N":…,"r":…,"p":…,"salt":base64}}
 *     the body, compressed with gzip and then, with a passphrase, encrypted as `seal.server.ts` describes
 *     sha256 HEX of every byte before this line
 *
 * The body is a row of JSON lines. `{"data": N}` is followed by N bytes and a line end; the data lines between an opening
 * and its `end` belong together.
 *
 *     {"header": {software, network, migrations, tables, secretCheck}}
 *     {"table": "core.people"}  {"data": …}…  {"end": {"count": rows, "sha256": of the data}}    once for each table of the header
 *     {"file": "secret"}        {"data": …}…  {"end": {"count": bytes, "sha256": …}}             only if encrypted
 *     {"sequences": [{"name", "value", "called"}]}
 *     {"trailer": {"tables": how many, "rows": in all, "sha256": of the body up to this line}}
 *
 * A table's data is PostgreSQL's COPY in text format, in the order of the header's columns. Files are those of the data
 * folder that the database refers to, by their path in it; today that is the secret alone.
 */
export const FORMAT = 1;
export const MAGIC = 'commonweave backup ';
export const FIRST_LINE_LIMIT = 1024;
export const LINE_LIMIT = 1 << 20;
export const BLOCK = 64 * 1024;
/** "sha256 ", the hash, a line end. */
export const LAST_LINE_LENGTH = 7 + 64 + 1;

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$/);
const column = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const count = z.int().nonnegative();

export const kdfSchema = z.strictObject({
  kdf: z.literal('scrypt'),
  N: z
    .int()
    .min(2)
    .max(1 << 18),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(16),
  salt: z.base64(),
});
export type Kdf = z.infer<typeof kdfSchema>;

export const firstLineSchema = z.strictObject({ created: z.iso.datetime(), encrypted: kdfSchema.nullable() });
export type FirstLine = z.infer<typeof firstLineSchema>;

const headerSchema = z.strictObject({
  software: z.string(),
  network: z.string(),
  /** When each was written (milliseconds, from the journal), oldest first. */
  migrations: z.array(count).min(1),
  tables: z.array(z.strictObject({ name, columns: z.array(column).min(1) })),
  /** Tells whether a hub has the same secret, without giving it away. */
  secretCheck: hex,
});
export type Header = z.infer<typeof headerSchema>;

const sequence = z.strictObject({ name, value: z.string().regex(/^-?\d+$/), called: z.boolean() });
export type Sequence = z.infer<typeof sequence>;

const end = z.strictObject({ count, sha256: hex });
export type End = z.infer<typeof end>;

const trailer = z.strictObject({ tables: count, rows: count, sha256: hex });
export type Trailer = z.infer<typeof trailer>;

export const lineSchema = z.union([
  z.strictObject({ data: count.max(1 << 24) }),
  z.strictObject({ end }),
  z.strictObject({ table: name }),
  z.strictObject({ file: z.string() }),
  z.strictObject({ header: headerSchema }),
  z.strictObject({ sequences: z.array(sequence) }),
  z.strictObject({ trailer }),
]);
export type Line = z.infer<typeof lineSchema>;
