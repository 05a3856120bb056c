import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../db/migrations');
const NAME = '"(\\w+)"\\."(\\w+)"';

/** A statement without comments, on one line. */
const plain = (statement: string) =>
  statement
    .replaceAll(/^\s*--.*$/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** What of a migration the version before could stumble over: it writes rows that know nothing of what is new. */
function hazards(text: string): string[] {
  const statements = text.split('--> statement-breakpoint').map(plain).filter(Boolean);
  const made = new Set(
    statements.flatMap((each) => new RegExp(`^CREATE TABLE ${NAME}`).exec(each)?.slice(1, 3).join('.') ?? []),
  );
  const onMade = (pattern: string, each: string) => {
    const found = new RegExp(pattern.replace('NAME', NAME)).exec(each);
    return found !== null && made.has(`${found[1]}.${found[2]}`);
  };
  const safe = (each: string) =>
    /^CREATE (TABLE|INDEX|SCHEMA|EXTENSION|FUNCTION|OR REPLACE FUNCTION|TRIGGER|CONSTRAINT TRIGGER) /.test(each) ||
    /^ALTER INDEX \S+ SET \(/.test(each) ||
    /^INSERT INTO /.test(each) ||
    (/^ALTER TABLE \S+ ADD COLUMN /.test(each) && (!/ NOT NULL/.test(each) || / DEFAULT /.test(each))) ||
    onMade('^ALTER TABLE NAME ADD CONSTRAINT ', each) ||
    onMade('^CREATE UNIQUE INDEX "\\w+" ON NAME ', each);
  return statements.filter((each) => !safe(each));
}

describe('a migration only adds, so that the version before works on the new schema too', () => {
  it.each(
    readdirSync(folder)
      .filter((name) => /^\d{4}_.*\.sql$/.test(name) && name >= '0002')
      .map((name) => [name]),
  )('%s', (name) => {
    expect(hazards(readFileSync(join(folder, name), 'utf8'))).toEqual([]);
  });

  it.each([
    'DROP TABLE "core"."people";',
    'ALTER TABLE "core"."people" DROP COLUMN "bio";',
    'ALTER TABLE "core"."people" RENAME COLUMN "bio" TO "about";',
    'ALTER TABLE "core"."people" ALTER COLUMN "bio" SET NOT NULL;',
    'ALTER TABLE "core"."people" ADD COLUMN "key" text NOT NULL;',
    'ALTER TABLE "core"."people" ADD CONSTRAINT "named" CHECK (name <> \'\');',
    'CREATE UNIQUE INDEX "one" ON "core"."people" USING btree ("name");',
    'UPDATE "core"."people" SET "bio" = null;',
    'TRUNCATE "core"."people";',
  ])('refuses: %s', (statement) => expect(hazards(statement)).toEqual([statement]));
});
