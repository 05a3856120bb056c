import type { Sql } from '#db/client.server';
import type { Vocabularies } from '~/features/directory/vocabularies.server';
import { PROFILE_LIMITS, type ProfileValues, profileInput } from '~/features/profile/profile.schema';
import { fold } from '~/lib/text';
import { cutText } from '../import/cells';
import { topicIndex } from '../import/compose.server';
import { type Placing, placeFinder } from '../import/place.server';
import type { PersonDraft } from './draft';
import type { PersonNote } from './notes';

/** A row as it will be written. */
export interface ComposedPerson {
  profile: ProfileValues | null;
  positions: { groupId: string; title: string | null }[];
  notes: PersonNote[];
}

/** What rows are compared with: the network's words, and the groups a steward sees. */
export interface Known {
  interests: ReadonlyMap<string, number>;
  skills: ReadonlyMap<string, number>;
  languages: ReadonlyMap<string, string>;
  groups: ReadonlyMap<string, string>;
  findPlace: (draft: PersonDraft) => Promise<Placing>;
}

const TITLE = 120;

/** Reads what rows are compared with. `sql` is the stewards' reader: a group they do not see is not there. */
export async function knownWords(sql: Sql, { interests, skills, languages }: Vocabularies): Promise<Known> {
  const groups = await sql<{ group_id: string; slug: string; name: string }[]>`
    select group_id, slug, name from groups order by sort_name desc, slug desc`;
  const names = ['en', 'es'].map((locale) => new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }));
  return {
    interests: topicIndex(interests),
    skills: topicIndex(skills),
    languages: new Map(
      languages.flatMap(({ code, name }) =>
        [code, name, ...names.map((each) => each.of(code) ?? '')].map((word) => [fold(word), code] as const),
      ),
    ),
    groups: new Map(groups.flatMap(({ group_id, slug, name }) => [slug, name].map((each) => [fold(each), group_id]))),
    findPlace: placeFinder(sql),
  };
}

/** Puts a row's words where a profile has room for them, and notes what has no place there. */
export async function composePerson(draft: PersonDraft, known: Known): Promise<ComposedPerson> {
  const notes = [...draft.notes];
  const placing = await known.findPlace(draft);
  if (placing.words && (!placing.match || placing.unknownTown))
    notes.push({ code: 'place_unknown', detail: placing.unknownTown ?? placing.words });
  const languageCodes = pick(draft.languages, known.languages, (detail) =>
    notes.push({ code: 'language_unknown', detail }),
  );
  const [interestIds, others] = parted(draft.topics, known.interests);
  const skillIds = pick(others, known.skills, (detail) => notes.push({ code: 'topic_unknown', detail }));
  const parsed = profileInput.safeParse({
    name: draft.name,
    pronouns: draft.pronouns,
    headline: draft.headline,
    contactPhone: draft.phone,
    interestIds: interestIds.slice(0, PROFILE_LIMITS.terms),
    skillIds: skillIds.slice(0, PROFILE_LIMITS.terms),
    languageCodes: languageCodes.slice(0, 20),
    ...placeOf(placing),
  });
  return { profile: parsed.data ?? null, positions: positionsOf(draft, known, notes), notes };
}

function parted<T>(words: readonly string[], known: ReadonlyMap<string, T>): [T[], string[]] {
  const found = words.flatMap((word) => known.get(fold(word)) ?? []);
  return [[...new Set(found)], words.filter((word) => !known.has(fold(word)))];
}

function pick<T>(words: readonly string[], known: ReadonlyMap<string, T>, without: (word: string) => void): T[] {
  const [found, others] = parted(words, known);
  others.forEach(without);
  return found;
}

function placeOf({ match }: Placing) {
  if (match?.kind === 'town') return { townId: match.id, regionKey: match.regionKey, country: match.country };
  if (match?.kind === 'region') return { regionKey: match.key, country: match.country };
  return { country: match?.code ?? null };
}

/** As many positions as groups belong together in their order; otherwise all of it is said of each group. */
function positionsOf(
  { groups, positions }: PersonDraft,
  known: Known,
  notes: PersonNote[],
): ComposedPerson['positions'] {
  const found = new Map<string, string | null>();
  for (const [at, name] of groups.entries()) {
    const title = positions.length === groups.length ? positions[at] : positions.join(', ');
    const groupId = known.groups.get(fold(name));
    if (groupId === undefined) notes.push({ code: 'group_unknown', detail: name });
    else if (!found.has(groupId)) found.set(groupId, cutText(title ?? '', TITLE) || null);
  }
  return [...found].map(([groupId, title]) => ({ groupId, title }));
}
