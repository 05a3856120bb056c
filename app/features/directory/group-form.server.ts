import type { Sql } from '#db/client.server';
import { asSelf } from '#db/self.server';
import { hasRole, type SignedIn } from '~/auth/viewer';
import { DomainError, notFound } from '~/lib/errors';
import { type FieldCodes, type FormValues, parseForm } from '~/lib/forms';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { baseOf, conflictsBetween } from './edit-conflicts.server';
import { errorTexts } from './edit-errors.server';
import { asForm, type EditChoices, type EditOutcome, one, valuesOf, withTaken } from './edit-form';
import { linkValues, readLinks, webAddress } from './edit-links';
import { isFrozen } from './frozen.server';
import { currentGroup, saveGroup } from './group-commands.server';
import { type Contact, contactToStore, readContact, sharedContactFields, withoutHidden } from './group-contact.server';
import { GROUP_FIELDS, type GroupFormValues, groupForm } from './group-form';
import { groupFieldText, groupWording } from './group-form-words.server';
import type { GroupValues } from './groups.schema';
import { offeredTerms } from './labels';
import { columnsValue, placeText, readTypedPlace } from './place-choice.server';
import { labelIn, readVocabularies } from './vocabularies.server';

type Stored = GroupValues & { version: number };
type Editable = { id: string; stored: Stored; contact: Contact };

/** The group someone may edit: one they lead, or a listed one for operators. @throws DomainError `not_found` */
async function groupToEdit(viewer: SignedIn, slug: string): Promise<Editable> {
  if (viewer.standing !== 'member') throw notFound();
  const led = await asSelf(viewer.personId, (sql) => ledGroup(sql as unknown as Sql, slug));
  if (led) {
    const { email, streetAddress } = led.stored;
    return { ...led, contact: { email, streetAddress } };
  }
  const id = hasRole(viewer, 'operator') ? await listedGroup(viewer, slug) : undefined;
  if (!id) throw notFound();
  const { stored, shared } = await command(async (unit) => ({
    stored: await currentGroup(unit.db, id),
    shared: await sharedContactFields(viewer, unit, id),
  }));
  if (!stored) throw notFound();
  return { id, stored, contact: await readContact(viewer, id, shared) };
}

/** A group among one's own rows: row-level security leaves only those one leads. */
async function ledGroup(sql: Sql, slug: string): Promise<{ id: string; stored: Stored } | null> {
  const [row] = await sql<(Stored & { id: string })[]>`
    select id, version, name, abbreviation, purpose, activities, website, town_id as "townId", region_key as "regionKey",
      country, place_text as "placeText", email, street_address as "streetAddress",
      array(select interest_id from core.group_interests i where i.group_id = g.id order by 1) as "interestIds",
      coalesce((select jsonb_agg(jsonb_build_object('url', l.url, 'label', l.label) order by l.position)
        from core.group_links l where l.group_id = g.id), '[]') as links
    from core.groups g where slug = ${slug}`;
  if (!row) return null;
  const { id, ...stored } = row;
  return { id, stored };
}

async function listedGroup(viewer: SignedIn, slug: string): Promise<string | undefined> {
  const [row] = await readAs(viewer)<{ id: string }[]>`
    select group_id as id from groups where slug = ${slug} and standing = 'listed'`;
  return row?.id;
}

async function formValuesOf(sql: Sql, { stored: group, contact }: Editable, locale: Locale): Promise<FormValues> {
  const { name, abbreviation, purpose, activities, website } = group;
  const texts = { name, abbreviation, purpose, activities, website, ...contact };
  return {
    ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text ?? ''])),
    ...linkValues(group.links),
    topics: group.interestIds.map(String),
    place: (await placeText(sql, group, locale)) || (group.placeText ?? ''),
    placeValue: columnsValue(group),
  };
}

const readTopics = async (sql: Sql, { stored }: Editable, locale: Locale) =>
  offeredTerms((await readVocabularies(sql)).interests, stored.interestIds.map(String)).map((term) => ({
    value: String(term.id),
    label: labelIn(term.labels, locale),
  }));

/**
 * What the edit page of a group shows to someone who may edit it: the values that stand in its fields and, for all others, a
 * hash. Contact is in it because it is written there: to a lead it is their own, to an operator as far as the listed group
 * shares it with them. So it is no opening of somebody else's contact, and is not noted as one.
 * @throws DomainError `not_found` for everyone else
 */
export async function groupEditPage(viewer: SignedIn, slug: string, locale: Locale) {
  const sql = readAs(viewer);
  const group = await groupToEdit(viewer, slug);
  const { stored } = group;
  const [values, topics, frozen] = await Promise.all([
    formValuesOf(sql, group, locale),
    readTopics(sql, group, locale),
    command((unit) => isFrozen(unit.db, group.id)),
  ]);
  const { name, version } = stored;
  return { slug, name, version, values, base: baseOf(values, GROUP_FIELDS), topics, frozen };
}
export type GroupEditPage = Awaited<ReturnType<typeof groupEditPage>>;

/**
 * Saves the edit form of a group.
 * @returns null once saved, otherwise what to show again: nothing that was written is lost
 * @throws DomainError `not_found` for whoever may not edit it
 */
export async function saveGroupForm(
  viewer: SignedIn,
  slug: string,
  form: FormData,
  locale: Locale,
): Promise<EditOutcome | null> {
  const sql = readAs(viewer);
  const group = await groupToEdit(viewer, slug);
  const { id, stored, contact } = group;
  const sent = withTaken(valuesOf(form), await formValuesOf(sql, group, locale), GROUP_FIELDS);
  const values = withoutHidden(sent, contact);
  const read = await readGroupForm(sql, values, stored, locale);
  const kept = { values, version: Number(one(values, 'version')) || stored.version, base: one(values, 'base') };
  if ('codes' in read) {
    const errors = errorTexts(read.codes, groupWording(locale), locale);
    return { kind: 'invalid', ...kept, errors, conflicts: [], place: read.place };
  }
  try {
    const input = { ...read.input, ...contactToStore(read.input, { values, contact, stored }) };
    await command((unit) => saveGroup(viewer, unit, id, input, read.version));
    return null;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'conflict') throw error;
    if (error.detail?.frozen) return { kind: 'frozen', ...kept, errors: {}, conflicts: [], place: null };
    return conflict(sql, { ...kept, group: await groupToEdit(viewer, slug) }, locale);
  }
}

type Read = { input: GroupValues; version: number } | { codes: FieldCodes; place: EditChoices | null };

async function readGroupForm(sql: Sql, values: FormValues, stored: Stored, locale: Locale): Promise<Read> {
  const form = parseForm(groupForm, asForm(values));
  if (!form.ok) return { codes: underLinks(form.errors), place: null };
  const { data } = form;
  const links = readLinks(data.linkUrl, data.linkLabel);
  const website = data.website && webAddress(data.website);
  const known = new Set((await readVocabularies(sql)).interests.map((term) => term.id));
  const codes: FieldCodes = {
    ...(links ? {} : { links: ['link'] }),
    ...(data.website && !website ? { website: ['link'] } : {}),
    ...(data.topics.every((topic) => known.has(topic)) ? {} : { topics: ['invalid'] }),
  };
  const place = await readPlace(sql, data, stored, locale);
  if ('ask' in place) codes.place = [place.ask.candidates.length > 0 ? 'place_several' : 'place_unknown'];
  if (Object.keys(codes).length > 0) return { codes, place: 'ask' in place ? place.ask : null };
  const { name, abbreviation, purpose, activities, email, streetAddress, topics, version } = data;
  const texts = { name, abbreviation, purpose, activities, email, streetAddress };
  return { input: { ...texts, website, links: links ?? [], interestIds: topics, ...(place as PlaceOfGroup) }, version };
}

type PlaceOfGroup = Pick<GroupValues, 'townId' | 'regionKey' | 'country' | 'placeText'>;

/** Words that name no known place may stay as they are, if whoever writes them says so or they stood there before. */
async function readPlace(
  sql: Sql,
  data: GroupFormValues,
  stored: Stored,
  locale: Locale,
): Promise<PlaceOfGroup | { ask: EditChoices }> {
  const text = data.place ?? '';
  const asWritten = { townId: null, regionKey: null, country: null, placeText: text };
  if (text && (text === stored.placeText || (data.placeAnswer === 'words' && data.placeAsked === text)))
    return text === stored.placeText ? { ...pick(stored), placeText: text } : asWritten;
  const typed = { text, picked: data.placeValue ?? '', asked: data.placeAsked ?? '', answer: data.placeAnswer ?? '' };
  const place = await readTypedPlace(sql, typed, locale);
  return place.kind === 'known'
    ? { ...place.columns, placeText: null }
    : { ask: { asked: text, candidates: place.candidates } };
}

const pick = ({ townId, regionKey, country }: Stored) => ({ townId, regionKey, country });

const underLinks = ({ linkUrl, linkLabel, ...rest }: FieldCodes): FieldCodes =>
  linkUrl || linkLabel ? { ...rest, links: [...(linkUrl ?? []), ...(linkLabel ?? [])] } : rest;

async function conflict(
  sql: Sql,
  { values, base, group }: { values: FormValues; base: string; group: Editable },
  locale: Locale,
): Promise<EditOutcome> {
  const [stored, topics] = await Promise.all([formValuesOf(sql, group, locale), readTopics(sql, group, locale)]);
  const mine = withoutHidden(values, group.contact);
  const conflicts = conflictsBetween(
    GROUP_FIELDS,
    { mine, theirs: stored, base },
    { label: groupWording(locale).label, text: (field, each) => groupFieldText(field, each, topics) },
  );
  const { version } = group.stored;
  return {
    kind: 'conflict',
    values: mine,
    version,
    base: baseOf(stored, GROUP_FIELDS),
    errors: {},
    conflicts,
    place: null,
  };
}
