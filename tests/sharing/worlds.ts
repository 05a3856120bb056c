import { and, eq, inArray, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { blocks } from '#db/schema/contact';
import { groups, positions } from '#db/schema/groups';
import { people, personInterests, personLanguages, personLinks, personSkills } from '#db/schema/people';
import { signatures } from '#db/schema/unity';
import { DEFAULT_TEXT } from '~/features/unity/default-text.server';
import { publishStatement } from '~/features/unity/publish.server';
import { type Audience, narrower } from '~/lib/audience';
import { command } from '~/sharing/command.server';
import { closeToRelation, openToRelation } from '~/sharing/relation-grants.server';
import { join, makeGroup, makePerson, SYSTEM } from '../factories/people';
import { makeTerms } from '../factories/vocabularies';

/** Words values are made of: few, so that worlds meet each other's words in searches. */
export const WORDS = [
  'river',
  'meadow',
  'kestrel',
  'orchard',
  'lantern',
  'harbor',
  'thistle',
  'cobalt',
  'juniper',
  'saffron',
  'willow',
  'granite',
];
const TOWNS = [2160063, 2177069, 4887398, 2988507];
const REGIONS = [
  ['AU-02', 'AU'],
  ['US-IL', 'US'],
  ['US-AK', 'US'],
] as const;

export interface Member {
  id: string;
  handle: string;
  grants: Record<string, Audience>;
}
export interface World {
  members: Member[];
  groups: { id: string; slug: string; profile: Audience }[];
  interests: number[];
  skills: number[];
}

const CATEGORIES: Record<string, Audience[]> = {
  'person.name': ['steward', 'weaver', 'member', 'public'],
  'person.about': ['self', 'steward', 'weaver', 'member', 'public'],
  'person.position': ['self', 'weaver', 'member', 'public'],
  'person.network_role': ['self', 'weaver', 'member', 'public'],
  'person.topics': ['self', 'weaver', 'member', 'public'],
  'person.region': ['self', 'weaver', 'member', 'public'],
  'person.town': ['self', 'steward', 'weaver', 'member'],
  'person.joined': ['self', 'weaver', 'member'],
  'person.last_confirmed': ['self', 'weaver', 'member'],
  'person.needs': ['self', 'steward', 'weaver'],
  'person.signature': ['self', 'weaver', 'member', 'public'],
};

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** A small network in which every category stands at every audience somewhere. */
export async function makeWorld(size: number): Promise<World> {
  await command((unit) => publishStatement(SYSTEM, unit, DEFAULT_TEXT));
  const terms = await makeTerms({ interests: WORDS.slice(0, 6), skills: WORDS.slice(6) });
  const made: World['groups'] = [];
  for (let index = 0; index < 6; index += 1) {
    const profile = at<Audience>(['public', 'member', 'weaver', 'public'], index);
    made.push({
      ...(await makeGroup(
        { name: `Group ${at(WORDS, index)}`, townId: at(TOWNS, index) },
        {},
        { 'group.profile': profile },
      )),
      profile,
    });
  }
  // Whether anybody leads a group is told to members as a fact of the group: who does is theirs, and one always does here.
  const steady = await makePerson({ name: 'Steady Lead' });
  for (const group of made) await join(steady.id, group.id, { leads: true });
  const members: Member[] = [];
  for (let index = 0; index < size; index += 1) {
    const grants = Object.fromEntries(
      Object.entries(CATEGORIES).map(([name, list], nth) => [name, at(list, index * (nth + 1) + nth)]),
    );
    const person = await makePerson(
      {
        name: `Person ${at(WORDS, index)} ${index}`,
        headline: at(WORDS, index + 1),
        interestIds: [at(terms.interests, index)],
        townId: at(TOWNS, index),
      },
      grants,
      { joinedOn: '2025-01-01', lastConfirmedOn: '2026-02-01' },
    );
    await join(person.id, at(made, index).id, { leads: index % 3 === 0, title: at(WORDS, index + 2) });
    members.push({ ...person, grants });
  }
  return { members, groups: made, interests: terms.interests, skills: terms.skills };
}

/** Keeps someone signed in apart from a member of the world, whoever of both asked for it. */
export const keepApart = (email: string, member: Member, byMember: boolean) =>
  command(async ({ db }) => {
    const [reader] = await db.execute<{ id: string }>(
      sql`select person_id as id from core.accounts where email = ${email}`,
    );
    if (!reader) throw new Error('Nobody has this address.');
    const [personId, blockedId] = byMember ? [member.id, reader.id] : [reader.id, member.id];
    await db.insert(blocks).values({ personId, blockedId });
  });

/** One field of one person set anew: which category it belongs to, and how to write it. */
export interface Change {
  category: string;
  write(world: World, member: Member): Promise<void>;
}

const column =
  (category: string, values: (seed: number) => Partial<typeof people.$inferInsert>) =>
  (seed: number): Change => ({
    category,
    write: (_, member) =>
      command(async (unit) => {
        await unit.db.update(people).set(values(seed)).where(eq(people.id, member.id));
        unit.personChanged(member.id);
      }),
  });

const rows =
  (
    category: string,
    write: (
      db: Parameters<Parameters<typeof command>[0]>[0]['db'],
      world: World,
      member: Member,
      seed: number,
    ) => Promise<unknown>,
  ) =>
  (seed: number): Change => ({
    category,
    write: (world, member) =>
      command(async (unit) => {
        // As every command on a person does: whoever writes its parts holds the person.
        await unit.db.select().from(people).where(eq(people.id, member.id)).for('update');
        await write(unit.db, world, member, seed);
        unit.personChanged(member.id);
      }),
  });

/** Signs the statement, named or not, or takes the signature back. */
const signing = rows('person.signature', async (db, _, member, seed) => {
  await db.delete(signatures).where(eq(signatures.personId, member.id));
  if (seed % 3 > 0) await db.insert(signatures).values({ version: 1, personId: member.id, named: seed % 3 === 1 });
});

/** Keeps two members apart, or lets go of all whom one of them blocked: for everyone else nothing is different. */
const blocking = rows('nobody else’s to know', async (db, world, member, seed) => {
  const others = world.members.map(({ id }) => id);
  await db.delete(blocks).where(and(eq(blocks.personId, member.id), inArray(blocks.blockedId, others)));
  const other = at(world.members, seed);
  if (seed % 3 > 0 && other.id !== member.id)
    await db.insert(blocks).values({ personId: member.id, blockedId: other.id });
});

/** Opens the town to people in the same group, or closes it: no reader of these worlds is in a group. */
const opening = (seed: number): Change => ({
  category: 'nobody',
  write: (_, { id }) =>
    command(async (unit) => {
      const who = { kind: 'person', id, givenBy: id } as const;
      await unit.db.select().from(people).where(eq(people.id, id)).for('update');
      if (seed % 3 > 0)
        return openToRelation(unit, who, { category: 'person.town', relation: 'same_group' }, 'words shown');
      return closeToRelation(unit, who, { fields: ['town'], relation: 'same_group' }, 'words shown');
    }),
});

const text = (seed: number) => `${at(WORDS, seed)} ${at(WORDS, seed * 7 + 3)}`;

const CHANGES: ((seed: number) => Change)[] = [
  signing,
  blocking,
  opening,
  column('person.name', (seed) => ({ name: `${text(seed)} renamed` })),
  column('person.name', (seed) => ({ pronouns: text(seed) })),
  column('person.about', (seed) => ({ headline: text(seed) })),
  column('person.about', (seed) => ({ bio: text(seed) })),
  rows('person.about', async (db, _, member, seed) => {
    await db.delete(personLinks).where(eq(personLinks.personId, member.id));
    await db
      .insert(personLinks)
      .values({ personId: member.id, position: 0, url: `https://example.org/${at(WORDS, seed)}`, label: text(seed) });
  }),
  column('person.network_role', (seed) => ({
    networkRoles: [at(['principal', 'driver', 'supporter'] as const, seed)],
  })),
  column('person.town', (seed) => ({ townId: at(TOWNS, seed), regionKey: null, country: null })),
  column('person.region', (seed) => ({ townId: null, regionKey: at(REGIONS, seed)[0], country: at(REGIONS, seed)[1] })),
  column('person.joined', (seed) => ({ joinedOn: `20${10 + (seed % 15)}-0${1 + (seed % 9)}-10` })),
  column('person.last_confirmed', (seed) => ({ lastConfirmedOn: `20${10 + (seed % 15)}-0${1 + (seed % 9)}-10` })),
  column('person.needs', (seed) => ({ needs: text(seed), weaving: seed % 2 === 0 })),
  column('person.email', (seed) => ({
    contactEmail: `${at(WORDS, seed)}@example.org`,
    contactPhone: text(seed),
    contactHandle: text(seed),
  })),
  column('person.identity', (seed) => ({ identity: text(seed), exactPlace: text(seed) })),
  rows('person.topics', async (db, world, member, seed) => {
    await db.delete(personInterests).where(eq(personInterests.personId, member.id));
    await db.insert(personInterests).values({ personId: member.id, interestId: at(world.interests, seed) });
  }),
  rows('person.topics', async (db, world, member, seed) => {
    await db.delete(personSkills).where(eq(personSkills.personId, member.id));
    await db
      .insert(personSkills)
      .values({ personId: member.id, skillId: at(world.skills, seed), wantsToLearn: seed % 2 === 0 });
  }),
  rows('person.topics', async (db, _, member, seed) => {
    await db.delete(personLanguages).where(eq(personLanguages.personId, member.id));
    await db.insert(personLanguages).values({ personId: member.id, code: at(['en', 'fr', 'es'], seed) });
  }),
  rows('person.position', async (db, world, member, seed) => {
    await db.delete(positions).where(eq(positions.personId, member.id));
    await db
      .insert(positions)
      .values({ personId: member.id, groupId: at(world.groups, seed).id, title: text(seed), leads: seed % 2 === 0 });
  }),
];

export const anyChange = fc
  .tuple(fc.nat(CHANGES.length - 1), fc.nat(10_000))
  .map(([which, seed]) => (CHANGES[which] ?? CHANGES[0])?.(seed) as Change);

const GROUP_CHANGES: ((seed: number) => { category: string; values: Partial<typeof groups.$inferInsert> })[] = [
  (seed) => ({ category: 'group.profile', values: { name: `Group ${text(seed)}` } }),
  (seed) => ({ category: 'group.profile', values: { purpose: text(seed), abbreviation: at(WORDS, seed) } }),
  (seed) => ({ category: 'group.profile', values: { activities: text(seed), website: `https://example.org/${seed}` } }),
  (seed) => ({ category: 'group.profile', values: { townId: at(TOWNS, seed) } }),
  (seed) => ({
    category: 'group.contact',
    values: { email: `${at(WORDS, seed)}@example.org`, streetAddress: text(seed) },
  }),
];

/** A group's facts set anew, and the widest audience that may notice. */
export const anyGroupChange = (world: World) =>
  fc
    .tuple(fc.constantFrom(...world.groups), fc.constantFrom(...GROUP_CHANGES), fc.nat(10_000))
    .map(([group, change, seed]) => {
      const { category, values } = change(seed);
      const shown: Audience = category === 'group.contact' ? narrower(group.profile, 'member') : group.profile;
      const write = () =>
        command(async (unit) => {
          await unit.db.update(groups).set(values).where(eq(groups.id, group.id));
          unit.groupChanged(group.id);
        });
      return { what: `${category} of ${group.slug}`, shown, write };
    });

/** A town tells its region too: who sees either would see either change. */
export const shownWith = (category: string): string[] =>
  ['person.town', 'person.region'].includes(category) ? ['person.town', 'person.region'] : [category];

const anyWord = fc.constantFrom(...WORDS, 'group', 'person', 'renamed', 'rivr', 'kestral', 'saffrn');
const anyTerm = fc.constantFrom(...WORDS);
const sorts = fc.constantFrom('', '&sort=name', '&sort=newest', '&sort=best', '&sort=near');

/** Addresses a curious reader asks for. */
export const anyAddress = (world: World) =>
  fc.oneof(
    fc.tuple(anyWord, sorts).map(([word, sort]) => `/people?q=${word}${sort}`),
    fc.tuple(anyTerm, sorts).map(([term, sort]) => `/people?interest=${term}${sort}`),
    anyTerm.map((term) => `/people?skill=${term}`),
    anyTerm.map((term) => `/people?learn=${term}`),
    fc.constantFrom('en', 'fr', 'es').map((code) => `/people?language=${code}`),
    fc.constantFrom('principal', 'driver', 'supporter').map((role) => `/people?role=${role}`),
    fc
      .constantFrom('Lismore%2C+NSW', 'Chicago', 'Paris', 'Alaska', 'New+South+Wales', 'Illinois', 'Australia')
      .map((place) => `/people?place=${place}&within=50`),
    sorts.map((sort) => `/people?x=1${sort}`),
    fc.constantFrom(...world.members).map((member) => `/people/${member.handle}`),
    fc.constantFrom(...world.groups).map((group) => `/people?group=${group.slug}`),
    fc.constantFrom(...world.groups).map((group) => `/groups/${group.slug}`),
    anyWord.map((word) => `/groups?q=${word}`),
    anyWord.map((word) => `/suggest/people?q=${word.slice(0, 4)}`),
    anyWord.map((word) => `/suggest/groups?q=${word.slice(0, 4)}`),
    fc.constantFrom('/', '/home', '/groups', '/people', '/unity', '/unity/1'),
  );
