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

it('leaves what a full rebuild gives when the database cuts everybody off at any moment of a change', async () => {
  const superuser = postgres(inject('superuserUrl'), { max: 1, onnotice: () => undefined });
  const database = new URL(hub.database().urls.owner).pathname.slice(1);
  const cutOff = () =>
    superuser`
      select pg_terminate_backend(pid, 1000) from pg_stat_activity where datname = ${database} and pid <> pg_backend_pid()`;
  // The first after a cut may be sent on a connection whose end has not been noticed yet.
  const damage = () => verifyProjections().catch(() => pause(50).then(verifyProjections));
  let cut = 0;
  await fc
    .assert(
      fc.asyncProperty(changes, fc.nat(40), async (made, after) => {
        const writing = Promise.allSettled(made.map(write));
        await pause(after);
        await cutOff();
        cut += (await writing).filter(({ status }) => status === 'rejected').length;
        tried({ crashes: 1 });
        expect(await damage()).toEqual([]);
      }),
      { ...cases(20), endOnFailure: true },
    )
    .finally(() => superuser.end());
  expect(cut).toBeGreaterThan(0);
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
