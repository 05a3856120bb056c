import { slugify } from '~/lib/slug';
import type { CompiledPolicy } from '~/sharing/compile-policy.server';
import type { GroupRecord, PersonRecord, PositionRecord, StoredPlace } from '~/sharing/records';
import { daysBefore, THREE_YEARS } from '../../demo/dates';
import type { Random } from '../../demo/random';
import { type Chosen, choiceDrawer } from './choices';
import { writing } from './lexicon';
import { distinct, skewed } from './skew';

type Term = PersonRecord['interests'][number];

export interface Terms {
  interests: Term[];
  skills: Term[];
  languages: string[];
}

const byId = (a: Term, b: Term) => a.id - b.id;
const KINDS = ['Watch', 'Alliance', 'Collective', 'Neighbours', 'Action', 'Farmers', 'Union', 'Circle', 'Project'];
const HANDLE = ['amber', 'brave', 'calm', 'dawn', 'fern', 'jade', 'maple', 'river', 'stone', 'willow'];

/** A person with what they chose, as it is stored. */
export type MadePerson = PersonRecord & Chosen;

/** An id that comes out the same for the same seed. */
const seededId = (random: Random): string => {
  const hex = Array.from({ length: 4 }, () =>
    random
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};

/** Makes people and groups out of nothing: the same for the same random numbers, places, terms and policy. */
export function subjectMaker(random: Random, policy: CompiledPolicy, terms: Terms, town: () => StoredPlace) {
  const { sentence, name, word } = writing(random);
  const interest = skewed(random, random.shuffled(terms.interests), 0.8);
  const skill = skewed(random, random.shuffled(terms.skills), 0.8);
  const language = skewed(random, terms.languages, 1.2);
  const choices = choiceDrawer(random, policy);
  const day = () => daysBefore(random.below(THREE_YEARS));
  const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

  const group = (number: number): GroupRecord => {
    const place = town();
    const listed = random.chance(0.3);
    const called = `${place.townName} ${upper(word())} ${random.pick(KINDS)}`;
    return {
      ...place,
      id: seededId(random),
      slug: slugify(`${called} ${number}`),
      standing: listed ? 'listed' : 'member',
      name: called,
      abbreviation: null,
      purpose: sentence(8, 18),
      activities: sentence(12, 30),
      website: `https://group-${number}.example.org/`,
      links: [],
      interests: distinct(interest, 1 + random.below(4)).sort(byId),
      placeText: null,
      sourceNote: listed ? 'Made up' : null,
      email: `group-${number}@example.org`,
      streetAddress: null,
      listedOn: day(),
      lastConfirmedOn: listed ? null : day(),
      quietSince: null,
      deadLinks: null,
      consents: new Map(),
    };
  };

  const person = (number: number): MadePerson => {
    const { name: called, language: first } = name();
    const joinedOn = day();
    const skills = distinct(skill, 1 + random.below(3));
    const spoken = terms.languages.includes(first) ? [first] : [];
    return {
      ...town(),
      id: seededId(random),
      handle: `${random.pick(HANDLE)}-${random.pick(HANDLE)}-${100_000 + number}`,
      standing: 'member',
      name: called,
      alias: null,
      aliasOnly: false,
      pronouns: random.chance(0.4) ? 'they/them' : null,
      headline: random.chance(0.9) ? sentence(5, 10) : null,
      bio: random.chance(0.8) ? sentence(15, 40) : null,
      links: [],
      networkRoles: random.pick([[], ['supporter'], ['supporter'], ['driver'], ['principal']]),
      interests: distinct(interest, 1 + random.below(4)).sort(byId),
      skills: [...skills].sort(byId),
      learning: distinct(skill, random.below(3))
        .filter((each) => !skills.includes(each))
        .sort(byId),
      languageCodes: [...new Set(['en', ...spoken, ...distinct(language, random.below(2))])].sort(),
      joinedOn,
      lastConfirmedOn: joinedOn,
      needs: null,
      weaving: false,
      contactEmail: null,
      contactPhone: null,
      contactHandle: null,
      objections: [],
      offMap: false,
      notIndexed: true,
      ...choices(),
    };
  };

  /** Most are in one group, and a few groups have most of them. */
  const positions = (of: PersonRecord, groupOf: () => GroupRecord): PositionRecord[] =>
    distinct(groupOf, random.pick([0, 1, 1, 1, 1, 2])).map(({ id }) => ({
      personId: of.id,
      groupId: id,
      title: random.chance(0.2) ? upper(word()) : null,
      leads: random.chance(0.05),
    }));

  return { group, person, positions };
}
