import type { Sql } from './client.server';

/** Loaded in bulk, and told of by their row in ref.dataset. */
const TOLD_BY_DATASET = ['country', 'region', 'place', 'postal_code', 'place_alias'];

/** A transaction adds one row a topic, however many statements it has; statements that change no row add none. */
const FUNCTION = `
create or replace function ref.revise() returns trigger language plpgsql as $$
declare
  topic constant text := tg_argv[0];
  seen constant text := 'hub.revised_' || topic;
begin
  if tg_op <> 'TRUNCATE' then
    if not exists (select from changed) then return null; end if;
  end if;
  if coalesce(current_setting(seen, true), '') <> pg_current_xact_id()::text then
    perform set_config(seen, pg_current_xact_id()::text, true);
    insert into ref.revision (topic, n) values (topic, 1);
  end if;
  return null;
end $$`;

const TRIGGERS = [
  ['revise_insert', 'after insert', 'referencing new table as changed'],
  ['revise_update', 'after update', 'referencing new table as changed'],
  ['revise_delete', 'after delete', 'referencing old table as changed'],
  ['revise_truncate', 'after truncate', ''],
] as const;

/**
 * Lets every change of what visitors read, and of the reference data, raise the revision of its topic; safe to run at
 * every start. Tables that come later get their triggers by themselves.
 */
export async function ensureRevision(owner: Sql): Promise<void> {
  await owner.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(hashtext('commonweave revision'))`;
    await sql.unsafe(FUNCTION);
    const missing = await sql<{ schema: string; table: string; trigger: string }[]>`
      select n.nspname as schema, c.relname as table, t.name as trigger
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      cross join unnest(${TRIGGERS.map(([name]) => name)}::text[]) as t(name)
      where n.nspname in ('proj_public', 'ref') and c.relkind = 'r'
        and not (n.nspname = 'ref' and c.relname = any(${['revision', ...TOLD_BY_DATASET]}::text[]))
        and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = t.name)`;
    for (const { schema, table, trigger } of missing) {
      const [, when, tables] = TRIGGERS.find(([name]) => name === trigger) ?? TRIGGERS[0];
      const topic = schema === 'ref' ? 'reference' : 'shown';
      await sql.unsafe(
        `create trigger ${trigger} ${when} on ${schema}."${table}" ${tables} for each statement execute function ref.revise('${topic}')`,
      );
    }
  });
}
