import { GROUP_LIMITS, type GroupInput, type GroupValues, groupInput } from '~/features/directory/groups.schema';
import type { Term } from '~/features/directory/vocabularies.server';
import { fold } from '~/lib/text';
import { cutText } from './cells';
import { type Draft, type Said, topicsOf } from './draft.server';
import type { RowNote } from './notes';
import type { Placing } from './place.server';

/** A row as it will be written, or why it will not. */
export interface Composed {
  values: GroupValues | null;
  proposals: string[];
  notes: RowNote[];
  unplaced: boolean;
}

/** Topics by their folded label in any language, and by their slug; also by those of topics that were merged into them. */
export function topicIndex(terms: readonly Term[]): Map<string, number> {
  const namesOf = ({ slug, labels }: Pick<Term, 'slug' | 'labels'>, id: number) =>
    [slug, ...Object.values(labels)].map((label) => [fold(label), id] as const);
  const former = terms.flatMap(({ id, formerly = [] }) => formerly.flatMap((old) => namesOf(old, id)));
  const entries = [...former, ...terms.flatMap((term) => namesOf(term, term.id))];
  return new Map(entries.filter(([label]) => label));
}

/**
 * Puts a row's words where the group page has room for them. What has no place of its own (topics the network does not
 * know, the part of the world it works in) closes the activities under the column's own name, so that it is shown and found.
 */
export function composeGroup(draft: Draft, placing: Placing, known: ReadonlyMap<string, number>): Composed {
  const notes: RowNote[] = [...draft.notes];
  const topics = readTopics(draft.topics, known);
  notes.push(
    ...topics.proposals.map((detail): RowNote => ({ code: 'topic_proposed', detail })),
    ...placeNotes(placing),
  );
  const name = cutText(draft.name, GROUP_LIMITS.name);
  const facts: Said[] = [...topics.facts, ...placeFacts(draft, placing)];
  if (name !== draft.name) {
    notes.push({ code: 'cut', detail: 'name, whole under the activities' });
    facts.unshift({ column: 'Name', text: draft.name });
  }
  const abbreviation =
    draft.abbreviation && draft.abbreviation.length <= GROUP_LIMITS.abbreviation ? draft.abbreviation : null;
  if (draft.abbreviation && !abbreviation) facts.push({ column: 'Abbreviation', text: draft.abbreviation });
  const input: GroupInput = {
    name,
    abbreviation: draft.name === draft.abbreviation ? null : abbreviation,
    ...runningText(draft, facts, notes),
    website: draft.website,
    links: draft.links,
    interestIds: topics.interestIds,
    ...placeValues(placing),
    email: draft.email,
    streetAddress: draft.streetAddress,
  };
  const parsed = groupInput.safeParse(input);
  if (!parsed.success)
    notes.push({
      code: 'refused',
      detail: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    });
  return { values: parsed.data ?? null, proposals: topics.proposals, notes, unplaced: placing.match === null };
}

function readTopics(said: readonly Said[], known: ReadonlyMap<string, number>) {
  const interestIds = new Set<number>();
  const proposals = new Map<string, string>();
  const facts: Said[] = [];
  for (const { column, text } of said) {
    const topics = topicsOf(text);
    for (const topic of topics) {
      const id = known.get(fold(topic));
      if (id !== undefined) interestIds.add(id);
      else if (!proposals.has(fold(topic))) proposals.set(fold(topic), topic);
    }
    if (topics.length === 0 || topics.some((topic) => !known.has(fold(topic)))) facts.push({ column, text });
  }
  return { interestIds: [...interestIds].slice(0, GROUP_LIMITS.topics), proposals: [...proposals.values()], facts };
}

function placeValues({
  match,
  words,
  unknownTown,
}: Placing): Pick<GroupInput, 'townId' | 'regionKey' | 'country' | 'placeText'> {
  const placeText = match && !unknownTown ? null : cutText(words, GROUP_LIMITS.placeText) || null;
  if (match?.kind === 'town')
    return { townId: match.id, regionKey: match.regionKey, country: match.country, placeText };
  if (match?.kind === 'region') return { regionKey: match.key, country: match.country, placeText };
  return { country: match?.code ?? null, placeText };
}

function placeNotes({ match, words, unknownTown }: Placing): RowNote[] {
  if (unknownTown) return [{ code: 'placed_by_area', detail: unknownTown }];
  if (match) return [];
  return [words ? { code: 'no_place_found', detail: words } : { code: 'no_place_given' }];
}

/** What the file says of places beyond the one that was found, or beyond the words that stand in for it. */
function placeFacts({ place, scope, cells }: Draft, { match, words }: Placing): Said[] {
  const kept = words.length <= GROUP_LIMITS.placeText;
  const shown = match ? [match.name, match.label, ...Object.values(cells)] : kept ? [words] : [];
  const covered = new Set(shown.map(fold));
  const facts = [...place, ...scope].filter((said) => !covered.has(fold(said.text)));
  return kept || facts.some(({ text }) => text === words) ? facts : [{ column: 'Place', text: words }, ...facts];
}

function runningText(
  draft: Draft,
  facts: readonly Said[],
  notes: RowNote[],
): Pick<GroupInput, 'purpose' | 'activities'> {
  const join = (said: readonly Said[]) =>
    said.map(({ column, text }, at) => (at === 0 ? text : `${column}: ${text}`)).join('\n\n');
  const whole = join(draft.purpose);
  const purpose = whole.length > GROUP_LIMITS.purpose ? cutAtWord(whole, GROUP_LIMITS.purpose) : whole;
  const overflow = whole.slice(purpose.length).trim();
  if (overflow) notes.push({ code: 'moved', detail: draft.purpose[0]?.column });
  const closing = cutText(
    facts.map(({ column, text }) => `${column}: ${text}`).join('\n'),
    GROUP_LIMITS.activities / 2,
  );
  const main = [overflow, join(draft.activities)].filter(Boolean).join('\n\n');
  const room = GROUP_LIMITS.activities - closing.length - 2;
  if (main.length > room)
    notes.push({ code: 'cut', detail: `activities, ${main.length - room} of ${main.length} characters` });
  const activities = [cutText(main, room), closing].filter(Boolean).join('\n\n');
  return { purpose: purpose || null, activities: activities || null };
}

function cutAtWord(text: string, max: number): string {
  const cut = cutText(text, max);
  const space = cut.search(/\s+\S*$/);
  return space > max / 2 ? cut.slice(0, space) : cut;
}
