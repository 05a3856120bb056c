import { STARTER_VOCABULARIES } from '~/features/directory/starter-vocabularies';
import type { ProfileInput } from '~/features/profile/profile.schema';
import type { Audience } from '~/lib/audience';
import { randomHandle } from '~/lib/handles';
import type { NetworkRole, Standing } from '~/lib/standing';
import type { CompiledPolicy } from '~/sharing/compile-policy.server';
import { demoContacts } from './contacts';
import { aliasNames, type DemoRole, type WrittenPerson, writtenPeople } from './data';
import { daysBefore, THREE_YEARS } from './dates';
import type { DemoGroup } from './groups';
import { nameDrawer } from './names';
import { deck, type Random } from './random';
import { sharingDrawer } from './sharing';
import { textMaker } from './texts';
import { townsOf } from './towns';

export interface DemoPerson {
  profile: Omit<ProfileInput, 'interestIds' | 'skillIds' | 'learnIds'>;
  interests: string[];
  skills: string[];
  learn: string[];
  standing: Standing;
  handle: string;
  joinedOn: string | null;
  lastConfirmedOn: string | null;
  /** What they saved; null for whoever has saved nothing yet. */
  grants: Record<string, Audience> | null;
  /** `group` is the group's number in the plan. */
  positions: { group: number; title: string | null; leads: boolean }[];
  account: DemoRole | 'ordinary' | null;
}

const PEOPLE = 400;

/** Standings other than member, counted from the end of the list. */
const OTHER_STANDINGS: Standing[] = [
  ...Array<Standing>(13).fill('newcomer'),
  ...Array<Standing>(5).fill('hidden'),
  ...Array<Standing>(3).fill('held'),
  ...Array<Standing>(6).fill('imported'),
];

const ROLES: NetworkRole[][] = [
  [],
  [],
  ['supporter'],
  ['supporter'],
  ['supporter'],
  ['driver'],
  ['driver', 'supporter'],
  ['principal'],
  ['principal', 'driver'],
];

/** Everyone in the demo network; the same for the same random numbers, groups and policy. */
export function demoPeople(
  random: Random,
  groups: readonly DemoGroup[],
  policy: Pick<CompiledPolicy, 'categories'>,
): DemoPerson[] {
  const written = writtenPeople();
  const drawName = nameDrawer(random, new Set(written.map((person) => person.name)));
  const sharing = sharingDrawer(random, policy);
  const texts = textMaker(random);
  const contacts = demoContacts(random);
  const handles = new Set<string>();
  const aliases = aliasNames();
  const skillSlugs = STARTER_VOCABULARIES.skills.map((skill) => skill.slug);
  const interestSlugs = STARTER_VOCABULARIES.interests.map((interest) => interest.slug);
  const homes = groups.flatMap((group, number) => (group.origin.standing === 'member' ? [number] : []));

  const freshHandle = (): string => {
    const handle = randomHandle(random.below);
    if (handles.has(handle)) return freshHandle();
    handles.add(handle);
    return handle;
  };

  const positionsOf = (home: number, leads: boolean, title: string | null) => {
    const near = homes.filter((number) => number !== home && groups[number]?.region === groups[home]?.region);
    const others = random.sample(
      near.length > 0 ? near : homes.filter((number) => number !== home),
      random.pick([0, 0, 0, 0, 1, 1, 2]),
    );
    const ordinary = () => (random.chance(0.35) ? texts.title(false) : null);
    return [
      { group: home, title: title ?? (leads ? texts.title(true) : ordinary()), leads },
      ...others.map((group) => ({ group, title: ordinary(), leads: false })),
    ];
  };

  const person = (home: number, leads: boolean, standing: Standing, given?: WrittenPerson): DemoPerson => {
    const group = groups[home] as DemoGroup;
    const handle = freshHandle();
    const drawn = given
      ? { name: given.name, pronouns: given.pronouns ?? null, languages: given.languages }
      : drawName(group.region);
    const local =
      !given && random.chance(drawn.languages.includes('en') ? 0.3 : 0.85)
        ? texts.local(drawn.languages[0] ?? 'en')
        : null;
    const headline = local ? { skill: local.skill, text: local.headline } : texts.headline();
    const interests = given?.interests ?? [
      ...new Set([
        ...random.sample(group.topics, random.pick([1, 2, 2, 3])),
        ...random.sample(interestSlugs, random.pick([0, 1, 1, 2])),
      ]),
    ];
    const skills = given?.skills ?? [
      ...new Set([headline.skill, ...random.sample(skillSlugs, random.pick([0, 1, 1, 2, 3]))]),
    ];
    const learn = given
      ? (given.learn ?? [])
      : random.sample(
          skillSlugs.filter((slug) => !skills.includes(slug)),
          random.pick([0, 0, 1, 1, 2]),
        );
    const alias = given ? (given.alias ?? null) : random.chance(0.08) ? (aliases.pop() ?? null) : null;
    const bio = given ? (given.bio ?? null) : (local?.bio ?? (random.chance(0.88) ? texts.bio(interests) : null));
    const pattern = given ? (given.sharing ?? 'nothing') : standing === 'imported' ? 'nothing' : sharing.pattern();
    const grants = sharing.grants(pattern);
    const joined = random.below(THREE_YEARS);
    const member = standing !== 'newcomer' && standing !== 'imported';
    const town = random.chance(0.6) ? group.input.townId : random.pick(townsOf(group.region));
    return {
      profile: {
        name: drawn.name,
        alias,
        aliasOnly: alias !== null,
        pronouns: drawn.pronouns,
        headline: given?.headline ?? (random.chance(0.94) ? headline.text : null),
        bio,
        links: random.chance(0.08) ? [{ url: `https://${handle}.example.org/`, label: null }] : [],
        networkRoles: given ? (given.roles ?? []) : random.pick(ROLES),
        languageCodes: languagesOf(random, drawn.languages, given !== undefined),
        townId: town ?? null,
        ...contacts(handle, group.region),
        identity: random.chance(0.05) ? texts.identity() : null,
        needs: random.chance(0.12) ? texts.need() : null,
        weaving: random.chance(0.35),
        offMap: random.chance(0.08),
        notIndexed: pattern === 'open' ? random.chance(0.4) : random.chance(0.9),
      },
      interests,
      skills,
      learn,
      standing,
      handle,
      joinedOn: member ? daysBefore(joined) : null,
      lastConfirmedOn: grants ? daysBefore(Math.floor((joined * random.below(100)) / 180)) : null,
      grants,
      positions: positionsOf(home, leads, given?.title ?? null),
      account: given?.account ?? (standing === 'imported' ? null : 'ordinary'),
    };
  };

  const people = written.map((each) => {
    const home = groups.findIndex((group) => group.input.name === each.group);
    if (home < 0) throw new Error(`The demo network has no group ${each.group}.`);
    return person(home, each.leads ?? false, each.account === 'newcomer' ? 'newcomer' : 'member', each);
  });
  const nextHome = deck(random, homes);
  const leadsWanted = new Map(
    homes.map((home) => [
      home,
      1 + random.below(3) - written.filter((each) => each.leads && each.group === groups[home]?.input.name).length,
    ]),
  );
  for (let number = people.length; number < PEOPLE; number += 1) {
    const home = random.chance(0.2) ? random.pick(homes) : nextHome();
    const standing = OTHER_STANDINGS[PEOPLE - 1 - number] ?? 'member';
    const wanted = leadsWanted.get(home) ?? 0;
    const leads = standing === 'member' && wanted > 0;
    if (leads) leadsWanted.set(home, wanted - 1);
    people.push(person(home, leads, standing));
  }
  return people;
}

function languagesOf(random: Random, languages: readonly string[], exact: boolean): string[] {
  if (exact) return [...languages];
  const [first = 'en', ...more] = languages;
  const spoken = [first, ...more.filter(() => random.chance(0.7))];
  if (random.chance(0.12)) spoken.push(random.pick(['es', 'fr', 'de', 'ase', 'asf', 'pt', 'tl', 'ht']));
  return [...new Set(spoken)];
}
