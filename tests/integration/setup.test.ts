import postgres from 'postgres';
import { expect, it } from 'vitest';
import { useHub } from '../setup/hub';

const hub = useHub();

it('gives every test file a migrated database with the default policy in force', async () => {
  const sql = postgres(hub.database().urls.reader_public, { max: 1 });
  const [row] = await sql`select version, in_force from ref.policies`;
  expect(row).toEqual({ version: 1, in_force: true });
  await sql.end();
});
