import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import postgres from 'postgres';
import { beforeAll, expect, inject, it } from 'vitest';
import { command } from '~/sharing/command.server';
import { verifyProjections } from '~/sharing/verify.server';
import { cases, tried } from '../setup/cases';
import { useHub } from '../setup/hub';
import { anyChange, type Change, type Member, makeWorld, type World } from './worlds';

const hub = useHub();
let world: World;

beforeAll(async () => {
  world = await makeWorld(16);
});

const changes = fc.array(fc.tuple(fc.nat(1000), anyChange), { minLength: 1, maxLength: 8 });
const write = ([who, change]: [who: number, change: Change]) =>
  change.write(world, world.members[who % world.members.length] as Member);

it('leaves after any changes, made at once or one after the other, what a full rebuild gives', async () => {
  await fc.assert(
    fc.asyncProperty(changes, fc.boolean(), async (made, atOnce) => {
      if (atOnce) await Promise.all(made.map(write));
      else for (const each of made) await write(each);
      expect(await verifyProjections()).toEqual([]);
    }),
    { ...cases(25), endOnFailure: true },
  );
});

it('leaves what a full rebuild gives when changes are broken off at any moment', async () => {
  const superuser = postgres(inject('superuserUrl'), { max: 1, onnotice: () => undefined });
  const database = new URL(hub.database().urls.owner).pathname.slice(1);
  const breakOff = async () => {
    const { count } = await superuser`
      with busy as materialized (
        select pid from pg_stat_activity where datname = ${database} and state = 'active' and pid <> pg_backend_pid())
      select pg_cancel_backend(pid) from busy`;
    return count > 0;
  };
  // Whoever is told to stop between two statements may stop at the next one instead.
  const damage = () => verifyProjections().catch(verifyProjections);
  let broken = 0;
  await fc
    .assert(
      fc.asyncProperty(changes, fc.nat(30), async (made, after) => {
        let over = false;
        const writing = Promise.allSettled(made.map(write)).finally(() => {
          over = true;
        });
        await pause(after);
        while (!over && !(await breakOff()));
        broken += (await writing).filter(({ status }) => status === 'rejected').length;
        expect(await damage()).toEqual([]);
      }),
      { ...cases(20), endOnFailure: true },
    )
    .finally(() => superuser.end());
  tried({ crashes: broken });
  expect(broken).toBeGreaterThan(0);
});

it.each([
  ["insert into proj_public.words values ('people', 'planted', 1)", 'proj_public.words'],
  ["update proj_member.counts set rows = rows + 1 where subject = 'people' and facet = 'total'", 'proj_member.counts'],
  [
    "update proj_member.people set headline = 'planted' where handle = (select min(handle) from proj_member.people)",
    'proj_member.people',
  ],
  [
    'delete from proj_weaver.positions where person_id = (select min(person_id::text)::uuid from proj_weaver.positions)',
    'proj_weaver.positions',
  ],
])('finds damage planted by: %s', async (statement, table) => {
  const damaged = await command(async ({ db }) => {
    await db.execute(sql.raw(statement));
    return table;
  });
  expect((await verifyProjections()).map((each) => each.table)).toContain(damaged);
});
