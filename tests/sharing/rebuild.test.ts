import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { command } from '~/sharing/command.server';
import { verifyProjections } from '~/sharing/verify.server';
import { cases } from '../setup/cases';
import { useHub } from '../setup/hub';
import { anyChange, type Member, makeWorld, type World } from './worlds';

useHub();
let world: World;

beforeAll(async () => {
  world = await makeWorld(16);
});

it('leaves after any changes, made at once or one after the other, what a full rebuild gives', async () => {
  const changes = fc.array(fc.tuple(fc.nat(1000), anyChange), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(changes, fc.boolean(), async (made, atOnce) => {
      const write = ([who, change]: (typeof made)[number]) =>
        change.write(world, world.members[who % world.members.length] as Member);
      if (atOnce) await Promise.all(made.map(write));
      else for (const each of made) await write(each);
      expect(await verifyProjections()).toEqual([]);
    }),
    { ...cases(25), endOnFailure: true },
  );
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
