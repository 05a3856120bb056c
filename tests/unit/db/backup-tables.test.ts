import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { CHOSEN_PLACES, HUB_SCHEMAS, KEPT, KEPT_SCHEMAS, LEFT_OUT } from '#db/backup/tables';
import * as schema from '#db/schema';

const tables = Object.values(schema)
  .filter((value) => is(value, PgTable))
  .map((table) => getTableConfig(table as PgTable));
const ours = tables
  .filter((table) => KEPT_SCHEMAS.includes(table.schema ?? ''))
  .map((table) => `${table.schema}.${table.name}`);
const decided = [...KEPT, ...Object.keys(LEFT_OUT), ...Object.keys(CHOSEN_PLACES)];

describe('the list of what goes into a backup', () => {
  it('decides about every table: add a new one to KEPT or LEFT_OUT in db/backup/tables.ts', () => {
    expect(ours.filter((name) => !decided.includes(name))).toEqual([]);
  });
  it('names no table twice, and none that is not there', () => {
    expect(decided.filter((name, index) => decided.indexOf(name) !== index)).toEqual([]);
    expect(decided.filter((name) => !ours.includes(name))).toEqual([]);
  });
  it('knows every schema', () => {
    expect(
      [...new Set(tables.map((table) => table.schema))].filter((name) => !HUB_SCHEMAS.includes(name ?? '')),
    ).toEqual([]);
  });
});
