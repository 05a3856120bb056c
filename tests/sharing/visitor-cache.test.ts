import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { READER_AUDIENCES } from '~/lib/audience';
import { command } from '~/sharing/command.server';
import { saveGrants } from '~/sharing/grants.server';
import { foldRevision } from '../../app/server/housekeeping.server';
import { withOwner } from '../../db/migrate.server';
import { cases, times, tried } from '../setup/cases';
import { useHub } from '../setup/hub';
import { read, type Served, serveBuilt } from '../setup/served';
import { asData } from './surfaces';
import { anyAddress, anyChange, type Member, makeWorld, WORDS, type World } from './worlds';

const STEPS = times(25);
const READS = 3;

const hub = useHub();
let world: World;
let two: [Served, Served];

beforeAll(async () => {
  world = await makeWorld(12);
  await command(({ db }) =>
    db.execute(sql`insert into ref.network (id, name, purpose, description) values (1, 'First', '{}', '{}')`),
  );
  two = await Promise.all([serveBuilt(hub.database()), serveBuilt(hub.database())]);
});
afterAll(() => Promise.all(two.map((served) => served.stop())));

const member = (at: number) => world.members[at % world.members.length] as Member;
type Step = () => Promise<unknown>;

const share =
  (who: number, audience: (typeof READER_AUDIENCES)[number] | 'self'): Step =>
  () =>
    command((unit) =>
      saveGrants(unit, { kind: 'person', id: member(who).id, givenBy: member(who).id }, [
        { category: 'person.name', audience, wordsSha256: '0'.repeat(64) },
      ]),
    );

const direct =
  (statement: ReturnType<typeof sql>): Step =>
  () =>
    command(({ db }) => db.execute(statement));

/** Whatever changes what a visitor reads: a person, what they share, a word of the vocabulary, the network itself. */
const anyStep = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.nat(1000), anyChange).map(
      ([who, change]): Step =>
        () =>
          change.write(world, member(who)),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(1000), fc.constantFrom(...READER_AUDIENCES, 'self' as const))
      .map(([who, to]) => share(who, to)),
  },
  {
    weight: 2,
    arbitrary: fc.oneof(
      fc
        .tuple(fc.nat(5), fc.constantFrom(...WORDS))
        .map(([at, word]) =>
          direct(
            sql`update ref.interests set labels = jsonb_build_object('en', ${word}::text) where id = ${world.interests[at] ?? 0}`,
          ),
        ),
      fc.constantFrom(...WORDS).map((word) => direct(sql`update ref.network set name = ${word}`)),
      fc
        .constantFrom('{en,es}', '{es}')
        .map((locales) => direct(sql`update ref.network set locales = ${locales}::text[]`)),
      fc.constant<Step>(foldRevision),
    ),
  },
);

/** A cookie that nobody gave out: whoever brings one is answered anew. */
const ANEW = 'unknown=1';

it('never gives a visitor what was true before a change, whichever of two processes they ask', async () => {
  let compared = 0;
  const reads = fc.array(fc.tuple(anyAddress(world), fc.boolean()), { minLength: READS, maxLength: READS });
  await fc.assert(
    fc.asyncProperty(anyStep, reads, async (step, addresses) => {
      const paths = addresses.map(([path, data]) => (data && asData(path)) || path);
      const ask = (cookie?: string) =>
        Promise.all(two.map(({ origin }) => Promise.all(paths.map((path) => read(origin, path, cookie)))));
      // Some of these are rendered before the change, some after, some astride.
      await Promise.all([ask(), step(), ask()]);
      const kept = await ask();
      const again = await ask();
      const anew = await ask(ANEW);
      for (const answers of [kept, again]) {
        for (const [at, whole] of answers.flat().entries()) {
          expect(whole.whole).toBe(anew.flat()[at]?.whole);
          compared += 1;
        }
      }
    }),
    { ...cases(25), endOnFailure: true },
  );
  tried({ cells: compared });
  expect(compared).toBe(STEPS * READS * 4);
});

it('watches every table that a visitor reads', async () => {
  const unwatched = await withOwner(
    hub.database().urls.owner,
    (owner) => owner<{ table: string }[]>`
      select c.oid::regclass::text as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('ref', 'proj_public') and c.relkind = 'r'
        and (select count(*) from pg_trigger t where t.tgrelid = c.oid and t.tgname like 'revise\\_%') <> 4
      order by 1`,
  );
  expect(unwatched.map((row) => row.table)).toEqual(
    ['country', 'place', 'place_alias', 'postal_code', 'region', 'revision'].map((name) => `ref.${name}`),
  );
});
