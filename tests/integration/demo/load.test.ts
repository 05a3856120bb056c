import { beforeAll, describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { upTo } from '~/lib/audience';
import { compilePolicy } from '~/sharing/compile-policy.server';
import defaultPolicy from '~/sharing/policy/default.md?raw';
import { REGISTRY } from '~/sharing/registry';
import { DEMO_ACCOUNTS, loadDemo } from '../../../scripts/demo/load';
import { useHub } from '../../setup/hub';
import { storedDemo } from './stored';

useHub();

const count = async (table: string): Promise<number> =>
  Number((await writerSql().unsafe(`select count(*) from ${table}`))[0]?.count);
let seconds = 0;

beforeAll(async () => {
  // Processor time and not the clock: other work on the machine does not count.
  const before = process.cpuUsage();
  await loadDemo(() => undefined);
  const { user, system } = process.cpuUsage(before);
  seconds = (user + system) / 1_000_000;
});

describe('the demo network', () => {
  it('is loaded with less than ten seconds of work', () => expect(seconds).toBeLessThan(10));

  it.each([
    ['core.groups', 66],
    ['core.people', 400],
    ["core.groups where standing = 'listed'", 14],
    ['core.import_runs where finished_at is not null', 1],
    ['core.import_rows where suspected_duplicate_of is not null', 4],
    ['core.invitation_batches where sent_at is not null and stopped_at is null', 1],
    ['core.invitations', 2],
    ['core.imported_people', 6],
    ['core.member_invitations where expires_at > now()', 2],
    ['core.blocks', 1],
    ['core.contact_openings', 2],
    ['core.outbox', 0],
    ['core.people where not demo', 0],
    ['core.groups where not demo', 0],
    ['ref.network where demo', 1],
    ['ref.interests', 44],
    ['ref.skills', 53],
    ['ref.languages', 33],
  ])('stores in %s: %i', async (table, rows) => expect(await count(table)).toBe(rows));

  it.each([
    ['proj_public.people', 40],
    ['proj_public.groups', 50],
    ['proj_member.people', 250],
    ['proj_public.positions', 30],
    ['core.people where alias_only', 15],
    ['core.people where not_indexed', 40],
    ['core.people where not not_indexed', 40],
    ['core.people where off_map', 10],
    ["core.people where standing = 'newcomer'", 5],
    ["core.people where standing = 'hidden'", 3],
    ["core.people where standing = 'held'", 3],
    ['core.people p where not exists (select 1 from core.sharing_grants g where g.subject_id = p.id)', 10],
  ])('shows at least this many in %s: %i', async (table, least) =>
    expect(await count(table)).toBeGreaterThanOrEqual(least),
  );

  it('uses every category with every audience the policy permits', async () => {
    const rows = await writerSql()<
      { cell: string }[]
    >`select distinct category || ' ' || audience as cell from core.sharing_grants`;
    const permitted = compilePolicy(defaultPolicy, REGISTRY)
      .categories.filter(({ subject }) => subject === 'person' || subject === 'group')
      .flatMap(({ name, ceiling }) => upTo(ceiling).map((audience) => `${name} ${audience}`));
    expect(rows.map((row) => row.cell).sort()).toEqual(permitted.sort());
  });

  it('shows the public no town, month, need or contact of a person', async () => {
    const [row] = await writerSql()`select count(*)::int as rows from proj_public.people
      where num_nonnulls(town_id, geo, joined_month, last_confirmed_month, needs, weaving) > 0`;
    expect(row?.rows).toBe(0);
  });

  it('never tells the name of someone who goes by an alias', async () => {
    const [row] =
      await writerSql()`select count(*)::int as rows from core.people p join proj_steward.people s on s.person_id = p.id
      where p.alias_only and (s.name <> p.alias or position(p.name in concat_ws(' ', s.headline, s.bio, s.handle)) > 0)`;
    expect(row?.rows).toBe(0);
  });

  it('stands in places the gazetteer has', async () => {
    const [row] =
      await writerSql()`select count(*)::int as rows from (select town_id from core.people union all select town_id from core.groups) t
      where town_id is null or not exists (select 1 from ref.place p where p.id = t.town_id)`;
    expect(row?.rows).toBe(0);
  });

  it('gives each person one to three groups and each member group one to three leads', async () => {
    const [people] =
      await writerSql()`select min(n)::int as least, max(n)::int as most from (select count(*) as n from core.people p join core.positions x on x.person_id = p.id group by p.id) t`;
    const [groups] = await writerSql()`select min(n)::int as least, max(n)::int as most from (
      select count(x.person_id) as n from core.groups g left join core.positions x on x.group_id = g.id and x.leads where g.standing = 'member' group by g.id) t`;
    expect([people, groups]).toEqual([
      { least: 1, most: 3 },
      { least: 1, most: 3 },
    ]);
  });

  it.each(DEMO_ACCOUNTS)('has an account for the part of $role', async ({ role, email }) => {
    const [row] =
      await writerSql()`select p.standing, array_remove(array_agg(r.role), null) as roles from core.accounts a
      join core.people p on p.id = a.person_id left join core.role_grants r on r.account_id = a.id where a.email = ${email} group by p.standing`;
    const granted = ['weaver', 'operator', 'steward'].includes(role) ? [role] : [];
    expect(row).toEqual({ standing: role === 'newcomer' ? 'newcomer' : 'member', roles: granted });
  });

  it('goes only into an empty hub', async () => {
    const before = await storedDemo();
    await expect(loadDemo(() => undefined)).rejects.toMatchObject({ code: 'conflict' });
    expect(await storedDemo()).toEqual(before);
  });
});
