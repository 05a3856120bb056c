import { sql } from 'drizzle-orm';
import { inBulk } from '#db/bulk.server';
import { network } from '#db/schema/network';
import { interests, languages, skills } from '#db/schema/vocabularies';
import { ensureStarterVocabularies } from '~/features/directory/starter-vocabularies.server';
import { createAccount } from '~/features/profile/profile-commands.server';
import { READER_AUDIENCES } from '~/lib/audience';
import { DomainError } from '~/lib/errors';
import { command, type Unit } from '~/sharing/command.server';
import { projectGroup, projectPerson, projectPosition } from '~/sharing/project';
import { insertEdges, insertRows } from '~/sharing/projection-writer.server';
import type { GroupRecord, PositionRecord } from '~/sharing/records';
import { Tally } from '~/sharing/tally.server';
import { seededRandom } from '../../demo/random';
import { insertGroups, insertPeople, insertPositions } from './core-rows';
import { skewed } from './skew';
import { type MadePerson, subjectMaker, type Terms } from './subjects';
import { townDrawer } from './towns';

const BATCH = 1000;
const ACCOUNTS = 20;

export interface Size {
  people: number;
  groups: number;
  seed: number;
}

/** The address of a made-up person who can sign in: the first twenty have one. */
export const populatedAddress = (number: number): string => `populated-${number}@example.org`;

const NETWORK = {
  id: 1,
  name: 'Made-up Network',
  purpose: { en: 'A network of made-up people, to see how the hub fares with many.' },
  description: { en: 'Nobody here is real.' },
  demo: true,
};

async function refuseAmongPeople({ db }: Unit): Promise<void> {
  const [real] = await db.execute(
    sql`select 1 from core.people where not demo union all select 1 from core.groups where not demo limit 1`,
  );
  if (real)
    throw new DomainError('conflict', 'This hub holds real people or groups: made-up ones are not put among them.');
  const [made] = await db.execute(sql`select 1 from core.people where handle ~ '-[0-9]{6,}$' limit 1`);
  if (made) throw new DomainError('conflict', 'This hub was populated before. Use an empty database.');
}

async function readTerms({ db }: Unit): Promise<Terms> {
  const ordered = async (table: typeof interests | typeof skills) => db.select().from(table).orderBy(table.id);
  return {
    interests: await ordered(interests),
    skills: await ordered(skills),
    languages: (await db.select().from(languages).orderBy(languages.code)).map((row) => row.code),
  };
}

interface Portion {
  people: MadePerson[];
  groups: GroupRecord[];
  positions: PositionRecord[];
}

type Tallies = Map<string, Tally>;

/** Writes the projections of subjects nobody has seen before, as the projection writer would; counts are added up for later. */
async function project({ db, policy }: Unit, portion: Portion, ends: Map<string, GroupRecord>, tallies: Tallies) {
  const present = <T>(rows: (T | null)[]): T[] => rows.filter((row): row is T => row !== null);
  const people = new Map(portion.people.map((person) => [person.id, person]));
  for (const audience of READER_AUDIENCES) {
    const rows = {
      people: present(portion.people.map((person) => projectPerson(policy, person, audience))),
      groups: present(portion.groups.map((group) => projectGroup(policy, group, audience))),
    };
    for (const table of ['people', 'groups'] as const) {
      await insertRows(db, audience, table, rows[table]);
      const tally = tallies.get(`${audience} ${table}`) ?? new Tally(table);
      tallies.set(`${audience} ${table}`, tally);
      for (const row of rows[table]) tally.add(row, 1);
    }
    const edges = portion.positions.map((position) =>
      projectPosition(
        policy,
        position,
        { person: people.get(position.personId), group: ends.get(position.groupId) },
        audience,
      ),
    );
    await insertEdges(db, audience, present(edges));
  }
}

function* portionsOf(count: number): Generator<number[]> {
  for (let at = 0; at < count; at += BATCH)
    yield Array.from({ length: Math.min(BATCH, count - at) }, (_, index) => at + index);
}

async function fill(unit: Unit, size: Size, progress: (done: number) => void): Promise<void> {
  const random = seededRandom(size.seed);
  const town = await townDrawer(unit.db, random);
  const make = subjectMaker(random, unit.policy, await readTerms(unit), town);
  const tallies: Tallies = new Map();
  const groups: GroupRecord[] = [];
  for (const numbers of portionsOf(size.groups)) {
    const some = numbers.map(make.group);
    await insertGroups(unit.db, some);
    await project(unit, { people: [], groups: some, positions: [] }, new Map(), tallies);
    groups.push(...some);
  }
  const ends = new Map(groups.map((group) => [group.id, group]));
  const homes = groups.filter((group) => group.standing === 'member');
  const home = homes.length > 0 ? skewed(random, homes, 0.6) : null;
  for (const numbers of portionsOf(size.people)) {
    const people = numbers.map(make.person);
    const positions = home ? people.flatMap((person) => make.positions(person, home)) : [];
    await insertPeople(unit.db, people, unit.policy);
    await insertPositions(unit.db, positions);
    await project(unit, { people, groups: [], positions }, ends, tallies);
    for (const [at, { id }] of people.entries()) {
      const number = (numbers[at] ?? 0) + 1;
      if (number > ACCOUNTS) break;
      const email = populatedAddress(number);
      await createAccount({ kind: 'system', reason: 'demo' }, unit, { personId: id, email });
    }
    progress((numbers.at(-1) ?? 0) + 1);
  }
  for (const [name, tally] of tallies) await tally.write(unit.db, name.split(' ')[0] as never);
}

/**
 * Fills a hub with made-up people and groups, everything or nothing; the same seed makes the same ones.
 * @throws DomainError `conflict` on a hub that holds anyone real, or was populated before
 */
export const populate = (size: Size, progress: (done: number) => void): Promise<void> =>
  command(async (unit) => {
    await refuseAmongPeople(unit);
    await ensureStarterVocabularies(unit);
    await unit.db.insert(network).values(NETWORK).onConflictDoNothing();
    await inBulk(unit.db, () => fill(unit, size, progress));
  });
