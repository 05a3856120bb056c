import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READER_AUDIENCES, type ReaderAudience } from '~/lib/audience';
import { ROLE_NAMES, type RoleName } from '../../db/urls.server';
import { join, makeGroup, makePerson } from '../factories/people';
import { useHub } from '../setup/hub';

const hub = useHub();
const pools = {} as Record<RoleName, postgres.Sql>;
const REFUSED = /permission denied|must be owner|no privileges/;

beforeAll(() => {
  for (const role of ROLE_NAMES)
    pools[role] = postgres(hub.database().urls[role], { max: 1, onnotice: () => undefined });
});
afterAll(() => Promise.all(Object.values(pools).map((sql) => sql.end())));

const as = (audience: ReaderAudience) => pools[`reader_${audience}`];

describe.each(READER_AUDIENCES)('the reader role of %s', (audience) => {
  const others = READER_AUDIENCES.filter((other) => other !== audience);

  it.each(others)('cannot read the projection of %s', async (other) => {
    for (const table of ['people', 'groups', 'positions', 'signatures', 'words', 'counts']) {
      await expect(as(audience).unsafe(`select * from proj_${other}.${table}`)).rejects.toThrow(REFUSED);
    }
  });

  it.each([
    'select * from core.people',
    'select * from core.accounts',
    'select * from core.sharing_grants',
    'select * from core.sessions',
    `insert into proj_${audience}.words values ('people', 'x', 1)`,
    `delete from proj_${audience}.people`,
    `truncate proj_${audience}.people`,
    `update ref.network set name = 'x'`,
    'create table public.mine (x int)',
    'create temporary table mine (x int)',
    `create table proj_${audience}.mine (x int)`,
    'copy core.people to stdout',
    "copy (select 1) to program 'true'",
    "select pg_read_file('/etc/passwd')",
    `set role ${'hub_template'}_writer`,
    'set session authorization postgres',
    'alter role current_user superuser',
    `create function public.f() returns int language sql as 'select 1'`,
  ])('is refused: %s', async (statement) => {
    await expect(as(audience).unsafe(statement)).rejects.toThrow();
  });

  it('reads its own projection and the reference data', async () => {
    await as(audience).unsafe(`select * from proj_${audience}.people`);
    await as(audience).unsafe('select * from ref.interests');
  });

  it('runs no function with the rights of somebody else', async () => {
    const rows = await as(audience)<{ name: string }[]>`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') and has_schema_privilege(n.oid, 'usage')
        and has_function_privilege(p.oid, 'execute')`;
    expect(rows.map(({ name }) => name)).toEqual([]);
  });

  it('holds no privilege but SELECT, and none outside its own schema and the reference data', async () => {
    const rows = await as(audience)<{ table_schema: string; privilege_type: string }[]>`
      select distinct table_schema, privilege_type from information_schema.role_table_grants
      where grantee = current_user`;
    expect(rows.map((row) => `${row.table_schema} ${row.privilege_type}`).sort()).toEqual([
      `proj_${audience} SELECT`,
      'ref SELECT',
    ]);
  });
});

describe('the self role', () => {
  it('reads nothing without a person, and only that person with one', async () => {
    const me = await makePerson({ name: 'Me Myself', contactPhone: 'my phone' });
    await makePerson({ name: 'Somebody Else', contactPhone: 'their phone' });
    expect(await pools.self`select name from core.people`).toHaveLength(0);
    const mine = await pools.self.begin(async (sql) => {
      await sql`select set_config('hub.person_id', ${me.id}, true)`;
      return sql`select name, contact_phone from core.people`;
    });
    expect([...mine]).toEqual([{ name: 'Me Myself', contact_phone: 'my phone' }]);
    expect(await pools.self`select name from core.people`).toHaveLength(0);
  });

  it('reads a group only as its lead', async () => {
    const [lead, other] = [await makePerson({ name: 'Lead' }), await makePerson({ name: 'Other' })];
    const group = await makeGroup({ name: 'Led' });
    await join(lead.id, group.id, { leads: true });
    await join(other.id, group.id);
    const seen = (id: string) =>
      pools.self.begin(async (sql) => {
        await sql`select set_config('hub.person_id', ${id}, true)`;
        return sql`select name from core.groups`;
      });
    expect(await seen(lead.id)).toHaveLength(1);
    expect(await seen(other.id)).toHaveLength(0);
  });

  it.each(['core.sessions', 'core.sign_in_tokens', 'core.outbox', 'core.role_grants', 'proj_member.people'])(
    'cannot read %s',
    async (table) => {
      await expect(pools.self.unsafe(`select * from ${table}`)).rejects.toThrow(REFUSED);
    },
  );

  it.each([
    "update core.people set name = 'x'",
    'delete from core.people',
    "insert into core.people (handle, name) values ('x', 'x')",
  ])('cannot write: %s', async (statement) => {
    await expect(pools.self.unsafe(statement)).rejects.toThrow(REFUSED);
  });
});

it('keeps every table of core under forced row-level security', async () => {
  const loose = await pools.writer`
    select relname from pg_class where relnamespace = 'core'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`;
  expect([...loose]).toEqual([]);
});

it('lets nobody connect without a role of this database', async () => {
  const [row] = await pools.writer<
    { acl: string }[]
  >`select array_to_string(datacl, ' ') as acl from pg_database where datname = 'hub_template'`;
  expect(row?.acl).not.toMatch(/(^| )=[A-Za-z]*[cT]/);
});
