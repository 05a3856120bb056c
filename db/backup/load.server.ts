import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { TransactionSql } from 'postgres';
import { columnList, quoted } from './catalogue.server';
import type { Header, Sequence } from './format';
import { Malformed } from './lines.server';
import type { Section } from './sections.server';
import { KEPT_SCHEMAS } from './tables';

interface Held {
  table: string;
  name: string;
  rule: string;
}

/** Takes the references between tables away, so that these can be filled in any order; the result puts them back, checked. */
async function withoutReferences(sql: TransactionSql): Promise<() => Promise<void>> {
  const held = await sql<Held[]>`
    select n.nspname || '.' || c.relname as table, r.conname as name, pg_get_constraintdef(r.oid) as rule
    from pg_constraint r join pg_class c on c.oid = r.conrelid join pg_namespace n on n.oid = c.relnamespace
    where r.contype = 'f' and r.conparentid = 0 and n.nspname in ${sql(KEPT_SCHEMAS)}`;
  const each = async (change: (held: Held) => string) => {
    for (const one of held) await sql.unsafe(`alter table ${quoted(one.table)} ${change(one)}`);
  };
  await each(({ name }) => `drop constraint "${name}"`);
  return () => each(({ name, rule }) => `add constraint "${name}" ${rule}`);
}

/** Keeps triggers quiet: what they would write stands in the backup. */
async function withoutTriggers(sql: TransactionSql): Promise<() => Promise<void>> {
  const tables = await sql<{ table: string }[]>`
    select distinct n.nspname || '.' || c.relname as table
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and n.nspname in ${sql(KEPT_SCHEMAS)}`;
  for (const { table } of tables) await sql.unsafe(`alter table ${quoted(table)} disable trigger user`);
  return async () => {
    for (const { table } of tables) await sql.unsafe(`alter table ${quoted(table)} enable trigger user`);
  };
}

/** The bytes up to the end of the part that has just begun. */
async function* partOf(sections: AsyncGenerator<Section>): AsyncGenerator<Buffer> {
  for (;;) {
    const { value, done } = await sections.next();
    if (done) throw new Malformed('cut short');
    if (value.kind !== 'data') return;
    yield value.bytes;
  }
}

/**
 * Gives a table its rows. What PostgreSQL refuses at the end of a COPY never reaches the stream that wrote it, so the
 * next statement is what tells.
 */
async function fill(sql: TransactionSql, table: Header['tables'][number], bytes: AsyncGenerator<Buffer>) {
  const target = await sql.unsafe(`copy ${quoted(table.name)} (${columnList(table.columns)}) from stdin`).writable();
  target.on('error', () => undefined);
  await pipeline(Readable.from(bytes), target, { end: false }).catch((error) => {
    target.destroy(error);
    throw error;
  });
  await new Promise<void>((resolve, reject) => target.write('', (error) => (error ? reject(error) : resolve())));
  target.end();
  await setImmediate();
  await sql`select`.catch((cause) => {
    throw new Error(`The rows of ${table.name} do not fit its table.`, { cause });
  });
}

async function setSequences(sql: TransactionSql, sequences: readonly Sequence[]): Promise<void> {
  for (const { name, value, called } of sequences)
    await sql`select setval(${quoted(name)}::regclass, ${value}::bigint, ${called})`;
}

/**
 * Fills the empty tables of a schema with what a backup holds, within the caller's transaction.
 * @returns the files of the backup, by name
 * @throws PostgresError if the schema is not the backup's
 */
export async function loadSections(
  sql: TransactionSql,
  sections: AsyncGenerator<Section>,
): Promise<Map<string, Buffer>> {
  const restoreReferences = await withoutReferences(sql);
  const restoreTriggers = await withoutTriggers(sql);
  const files = new Map<string, Buffer>();
  for (let step = await sections.next(); !step.done; step = await sections.next()) {
    const section = step.value;
    if (section.kind === 'table') await fill(sql, section.table, partOf(sections));
    else if (section.kind === 'file') {
      const bytes: Buffer[] = [];
      for await (const block of partOf(sections)) bytes.push(block);
      files.set(section.name, Buffer.concat(bytes));
    } else if (section.kind === 'sequences') await setSequences(sql, section.sequences);
  }
  await restoreTriggers();
  await restoreReferences();
  return files;
}
