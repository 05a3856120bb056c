import type { ReaderAudience } from '~/lib/audience';
import { fold, words } from '~/lib/text';
import type { CompiledPolicy } from './compile-policy.server';
import { effectiveForGroup, effectiveForPerson, isShown } from './effective';
import type { GroupRecord, PersonRecord, PositionRecord, SignatureRecord, StoredPlace } from './records';

/** Words kept of one subject for misspelt searches. */
const MAX_WORDS = 400;

/** Search text by weight: a name counts more than a topic, a topic more than running text. */
interface SearchText {
  a: string;
  b: string;
  c: string;
  d: string;
}

type Row = Record<string, unknown> & SearchText & { words: string[] };

const shows = (policy: CompiledPolicy, person: PersonRecord, field: string, audience: ReaderAudience) =>
  isShown(
    effectiveForPerson(policy.categoryOf('person', field), person.consents.get(field), person.standing),
    audience,
  );

const showsOfGroup = (policy: CompiledPolicy, group: GroupRecord, field: string, audience: ReaderAudience) =>
  isShown(effectiveForGroup(policy.categoryOf('group', field), group.consents.get(field)), audience);

/** What a person goes by; null for someone who goes by an alias and has none: the name behind it never stands in. */
const shownName = (person: PersonRecord): string | null => (person.aliasOnly ? person.alias : person.name);

/** A subject has a row for an audience only if its name reaches it. */
export const personExists = (policy: CompiledPolicy, person: PersonRecord, audience: ReaderAudience) =>
  shownName(person) !== null && shows(policy, person, 'name', audience);
export const groupExists = (policy: CompiledPolicy, group: GroupRecord, audience: ReaderAudience) =>
  showsOfGroup(policy, group, 'name', audience);

export const month = (date: string | null) => (date ? `${date.slice(0, 7)}-01` : null);
const labels = (terms: { labels: Record<string, string> }[] | null) =>
  (terms ?? []).flatMap((term) => Object.values(term.labels));
export const ids = (terms: { id: number }[] | null) => terms?.map((term) => term.id) ?? null;
export const filled = <T>(list: T[]): T[] | null => (list.length > 0 ? list : null);

/** Search texts of one subject by what they were made of: audiences that are shown the same share them. */
export type SearchMemo = Map<string, SearchText & { words: string[] }>;

type Searched = Record<keyof SearchText, unknown[]>;

/** Gives what a field shows where its category may be searched by: nothing else enters search text, sort or distance. */
const finder =
  (policy: CompiledPolicy, subject: 'person' | 'group') =>
  <T>(field: string, shown: T): T | null =>
    policy.categoryOf(subject, field)?.searchable ? shown : null;

function searchable(text: Searched, memo: SearchMemo): SearchText & { words: string[] } {
  const key = JSON.stringify(text);
  const made = memo.get(key) ?? makeSearchable(text);
  memo.set(key, made);
  return made;
}

function makeSearchable(text: Searched): SearchText & { words: string[] } {
  const join = (parts: unknown[]) => words(parts.join(' ')).join(' ');
  const folded = { a: join(text.a), b: join(text.b), c: join(text.c), d: join(text.d) };
  const distinct = new Set(
    `${folded.a} ${folded.b} ${folded.c} ${folded.d}`.split(' ').filter((word) => word.length > 2 && word.length <= 40),
  );
  return { ...folded, words: [...distinct].slice(0, MAX_WORDS) };
}

/** @param onMap whether the fixed point of the town may be used */
function placeColumns(place: StoredPlace, town: boolean, region: boolean, onMap = true) {
  const withTown = town && place.townId !== null;
  return {
    town_id: withTown ? place.townId : null,
    lat: withTown && onMap ? place.lat : null,
    lng: withTown && onMap ? place.lng : null,
    region_key: region ? place.regionKey : null,
    country: region ? place.country : null,
  };
}

const placeWords = (
  place: StoredPlace,
  row: ReturnType<typeof placeColumns>,
  find: ReturnType<typeof finder>,
  fields: { town: string; region: string },
) => [
  row.town_id !== null ? find(fields.town, place.townName) : null,
  row.region_key !== null ? find(fields.region, place.regionName) : null,
  ...(row.country !== null ? (find(fields.region, Object.values(place.countryNames ?? {})) ?? []) : []),
];

/** What one audience may hold of a person, search text included; null if the person does not exist for it. Pure. */
export function projectPerson(
  policy: CompiledPolicy,
  person: PersonRecord,
  audience: ReaderAudience,
  memo: SearchMemo = new Map(),
): Row | null {
  const name = shownName(person);
  if (name === null || !personExists(policy, person, audience)) return null;
  const show = <T>(field: string, value: T): T | null => (shows(policy, person, field, audience) ? value : null);
  const find = finder(policy, 'person');
  const interests = show('interests', filled(person.interests));
  const skills = show('skills', filled(person.skills));
  const learning = show('learning', filled(person.learning));
  const headline = show('headline', person.headline);
  const bio = show('bio', person.bio);
  const onMap = !person.offMap && !person.objections.includes('map');
  const place = placeColumns(person, show('town', true) ?? false, show('region', true) ?? false, onMap);
  return {
    person_id: person.id,
    handle: person.handle,
    name,
    sort_name: find('name', fold(name) || name) ?? '',
    pronouns: show('pronouns', person.pronouns),
    headline,
    bio,
    links: show('links', filled(person.links)),
    network_roles: show('network_role', filled(person.networkRoles)),
    interest_ids: ids(interests),
    skill_ids: ids(skills),
    learn_ids: ids(learning),
    language_codes: show('languages', filled(person.languageCodes)),
    ...place,
    lat: find('town', place.lat),
    lng: find('town', place.lng),
    joined_month: show('joined', month(person.joinedOn)),
    last_confirmed_month: show('last_confirmed', month(person.lastConfirmedOn)),
    needs: show('needs', person.needs),
    weaving: show('weaving', person.weaving || null),
    contact_email: show('email', person.contactEmail),
    contact_phone: show('phone', person.contactPhone),
    contact_handle: show('contact_handle', person.contactHandle),
    not_indexed: person.notIndexed,
    imported: person.standing === 'imported',
    ...searchable(
      {
        a: [find('name', name)],
        b: [find('headline', headline)],
        c: [
          ...labels(find('interests', interests)),
          ...labels(find('skills', skills)),
          ...labels(find('learning', learning)),
          ...placeWords(person, place, find, { town: 'town', region: 'region' }),
        ],
        d: [find('bio', bio), find('needs', show('needs', person.needs))],
      },
      memo,
    ),
  };
}

/** Those of the shown links that do not answer, with the month since when. */
const deadAmong = (shown: (string | null)[], dead: GroupRecord['deadLinks']) =>
  filled(
    shown.flatMap((url) => {
      const since = url && month(dead?.[url] ?? null);
      return since ? [{ url, since }] : [];
    }),
  );

/** What one audience may hold of a group; null if the group does not exist for it. Pure. */
export function projectGroup(
  policy: CompiledPolicy,
  group: GroupRecord,
  audience: ReaderAudience,
  memo: SearchMemo = new Map(),
): Row | null {
  if (!groupExists(policy, group, audience)) return null;
  const show = <T>(field: string, value: T): T | null => (showsOfGroup(policy, group, field, audience) ? value : null);
  const find = finder(policy, 'group');
  const interests = show('topics', filled(group.interests));
  const placed = showsOfGroup(policy, group, 'town', audience);
  const place = placeColumns(group, placed, placed);
  const placeText = placed ? group.placeText : null;
  const website = show('website', group.website);
  const links = show('links', filled(group.links));
  return {
    group_id: group.id,
    slug: group.slug,
    name: group.name,
    sort_name: find('name', fold(group.name) || group.name) ?? '',
    standing: group.standing,
    abbreviation: show('abbreviation', group.abbreviation),
    purpose: show('purpose', group.purpose),
    activities: show('activities', group.activities),
    website,
    links,
    interest_ids: ids(interests),
    ...place,
    lat: find('town', place.lat),
    lng: find('town', place.lng),
    place_text: placeText,
    source_note: group.sourceNote,
    email: show('email', group.email),
    street_address: show('street_address', group.streetAddress),
    listed_on: group.listedOn,
    last_confirmed_month: month(group.lastConfirmedOn),
    quiet_since: group.quietSince,
    dead_links: deadAmong([website, ...(links ?? []).map(({ url }) => url)], group.deadLinks),
    ...searchable(
      {
        a: [find('name', group.name), find('abbreviation', show('abbreviation', group.abbreviation))],
        b: [
          ...labels(find('topics', interests)),
          ...placeWords(group, place, find, { town: 'town', region: 'town' }),
          find('town', placeText),
        ],
        c: [find('purpose', show('purpose', group.purpose))],
        d: [find('activities', show('activities', group.activities))],
      },
      memo,
    ),
  };
}

/** An edge stands only where both ends reach the audience: the person's position, and the group's leads or the group itself. */
export function projectPosition(
  policy: CompiledPolicy,
  position: PositionRecord,
  ends: { person: PersonRecord | undefined; group: GroupRecord | undefined },
  audience: ReaderAudience,
) {
  const { person, group } = ends;
  if (!person || !group) return null;
  const visible =
    personExists(policy, person, audience) &&
    shows(policy, person, 'position', audience) &&
    showsOfGroup(policy, group, 'leads', audience) &&
    groupExists(policy, group, audience);
  return visible
    ? { person_id: position.personId, group_id: position.groupId, title: position.title, leads: position.leads }
    : null;
}

/** A signature stands where whoever signed does: a person who shares it there, or a group that exists there. */
export function projectSignature(
  policy: CompiledPolicy,
  signature: SignatureRecord,
  { person, group }: { person: PersonRecord | undefined; group: GroupRecord | undefined },
  audience: ReaderAudience,
) {
  const visible = person
    ? personExists(policy, person, audience) && shows(policy, person, 'signature', audience)
    : group !== undefined && groupExists(policy, group, audience);
  return visible ? { subject_id: signature.subjectId, subject: signature.subject, version: signature.version } : null;
}
