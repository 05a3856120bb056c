import { createHash } from 'node:crypto';
import { READER_AUDIENCES } from '../app/lib/audience';
import type { Sql } from './client.server';
import { OWN_ROWS } from './own-rows.server';
import { type DatabaseUrls, databaseName, ROLE_NAMES, type RoleName } from './urls.server';

const userOf = (url: string) => decodeURIComponent(new URL(url).username);
const passwordOf = (url: string) => decodeURIComponent(new URL(url).password);
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const name = (text: string) => `"${text.replaceAll('"', '""')}"`;

/**
 * Creates the database roles, their grants and the row-level security policies; safe to run at every start.
 * `explicit` names roles whose address the operator set: these are granted their rights and never created.
 */
export async function ensureRoles(owner: Sql, urls: DatabaseUrls, explicit: ReadonlySet<RoleName>): Promise<void> {
  await owner.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(hashtext('commonweave roles'))`;
    const existing = new Set(
      (await sql<{ rolname: string }[]>`select rolname from pg_roles`).map((row) => row.rolname),
    );
    for (const role of ROLE_NAMES.filter((each) => !explicit.has(each))) {
      const verb = existing.has(userOf(urls[role])) ? 'alter' : 'create';
      await sql.unsafe(`${verb} role ${name(userOf(urls[role]))} login password ${literal(passwordOf(urls[role]))}`);
    }
    await sql.unsafe(grants(urls).join(';\n'));
    await ensureRowSecurity(sql as unknown as Sql, urls);
  });
}

function grants(urls: DatabaseUrls): string[] {
  const role = (each: RoleName) => name(userOf(urls[each]));
  const everyone = ROLE_NAMES.map(role).join(', ');
  const database = name(databaseName(urls.owner));
  const projections = READER_AUDIENCES.map((audience) => `proj_${audience}`).join(', ');
  return [
    `revoke connect, temporary on database ${database} from public`,
    `grant connect on database ${database} to ${everyone}`,
    'revoke create on schema public from public',
    `grant usage on schema public, ref to ${everyone}`,
    `grant select on all tables in schema ref to ${everyone}`,
    `grant usage on schema core, ${projections} to ${role('writer')}`,
    `grant select, insert, update, delete on all tables in schema core, ref, ${projections} to ${role('writer')}`,
    // What was written down about the use of power, and about consents, is added to and never changed.
    `revoke update, delete on core.audit, core.consents from ${role('writer')}`,
    `grant usage on all sequences in schema core, ref to ${role('writer')}`,
    `grant usage on schema core to ${role('self')}`,
    `grant select on ${[...OWN_ROWS.keys()].map((table) => `core.${name(table)}`).join(', ')} to ${role('self')}`,
    ...READER_AUDIENCES.flatMap((audience) => [
      `grant usage on schema proj_${audience} to ${role(`reader_${audience}`)}`,
      `grant select on all tables in schema proj_${audience} to ${role(`reader_${audience}`)}`,
    ]),
  ];
}

/** A policy's name carries the hash of its rule, so that a changed rule replaces the old one and an unchanged one is left alone. */
async function ensureRowSecurity(sql: Sql, urls: DatabaseUrls): Promise<void> {
  const tables = await sql<{ table: string; forced: boolean }[]>`
    select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as forced
    from pg_class c where c.relnamespace = 'core'::regnamespace and c.relkind = 'r'`;
  const present = new Set(
    (
      await sql<
        { key: string }[]
      >`select tablename || '/' || policyname as key from pg_policies where schemaname = 'core'`
    ).map((row) => row.key),
  );
  const trusted = [...new Set([userOf(urls.owner), userOf(urls.writer)])].map(name).join(', ');
  const statements: string[] = [];
  for (const { table, forced } of tables) {
    const at = `core.${name(table)}`;
    if (!forced)
      statements.push(`alter table ${at} enable row level security`, `alter table ${at} force row level security`);
    const rules: [string, string][] = [['trusted', `for all to ${trusted} using (true) with check (true)`]];
    const own = OWN_ROWS.get(table);
    if (own) rules.push(['own', `for select to ${name(userOf(urls.self))} using (${own})`]);
    const named = rules.map(
      ([kind, rule]) => [`${kind}_${createHash('sha256').update(rule).digest('hex').slice(0, 8)}`, rule] as const,
    );
    for (const [policy, rule] of named) {
      if (!present.has(`${table}/${policy}`)) statements.push(`create policy ${name(policy)} on ${at} ${rule}`);
    }
    const wanted = new Set(named.map(([policy]) => `${table}/${policy}`));
    for (const key of present) {
      if (key.startsWith(`${table}/`) && !wanted.has(key))
        statements.push(`drop policy ${name(key.slice(table.length + 1))} on ${at}`);
    }
  }
  if (statements.length > 0) await sql.unsafe(statements.join(';\n'));
}
