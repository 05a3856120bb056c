import type { Sql } from '#db/client.server';
import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { baseOf } from '~/features/directory/edit-conflicts.server';
import { many } from '~/features/directory/edit-form';
import { linkValues } from '~/features/directory/edit-links';
import { offeredTerms } from '~/features/directory/labels';
import { columnsValue, placeText } from '~/features/directory/place-choice.server';
import { labelIn, readVocabularies, type Vocabularies } from '~/features/directory/vocabularies.server';
import { notFound } from '~/lib/errors';
import type { FormValues } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import type { ProfileValues } from './profile.schema';
import { FLAGS, PROFILE_FIELDS } from './profile-form';
import type { Options } from './profile-words.server';

type MyRecord = ProfileValues & { version: number; handle: string };

const TEXTS = [
  'name',
  'alias',
  'pronouns',
  'headline',
  'bio',
  'exactPlace',
  'contactEmail',
  'contactPhone',
  'contactHandle',
  'identity',
  'needs',
] as const;

async function readMine(sql: Sql): Promise<MyRecord> {
  const [row] = await sql<MyRecord[]>`
    select version, handle, name, alias, alias_only as "aliasOnly", pronouns, headline, bio, network_roles as "networkRoles",
      town_id as "townId", region_key as "regionKey", country, exact_place as "exactPlace",
      contact_email as "contactEmail", contact_phone as "contactPhone", contact_handle as "contactHandle",
      identity, needs, weaving, off_map as "offMap", not_indexed as "notIndexed",
      array(select interest_id from core.person_interests i where i.person_id = p.id order by 1) as "interestIds",
      array(select skill_id from core.person_skills k where k.person_id = p.id and not wants_to_learn order by 1) as "skillIds",
      array(select skill_id from core.person_skills k where k.person_id = p.id and wants_to_learn order by 1) as "learnIds",
      array(select code from core.person_languages l where l.person_id = p.id order by 1) as "languageCodes",
      coalesce((select jsonb_agg(jsonb_build_object('url', l.url, 'label', l.label) order by l.position)
        from core.person_links l where l.person_id = p.id), '[]') as links
    from core.people p where id = nullif(current_setting('hub.person_id', true), '')::uuid`;
  if (!row) throw notFound();
  return row;
}

async function formValuesOf(sql: Sql, mine: MyRecord, locale: Locale): Promise<FormValues> {
  return {
    ...Object.fromEntries(TEXTS.map((field) => [field, mine[field] ?? ''])),
    ...Object.fromEntries(FLAGS.filter((flag) => mine[flag]).map((flag) => [flag, 'on'])),
    ...linkValues(mine.links),
    networkRoles: mine.networkRoles,
    interests: mine.interestIds.map(String),
    skills: mine.skillIds.map(String),
    learning: mine.learnIds.map(String),
    languages: mine.languageCodes,
    place: await placeText(sql, mine, locale),
    placeValue: columnsValue(mine),
  };
}

function optionsOf(terms: Vocabularies, values: FormValues, locale: Locale): Options {
  const asOptions = (list: Vocabularies['skills'], field: string) =>
    offeredTerms(list, many(values, field)).map((term) => ({
      value: String(term.id),
      label: labelIn(term.labels, locale),
    }));
  return {
    interests: asOptions(terms.interests, 'interests'),
    skills: asOptions(terms.skills, 'skills'),
    learning: asOptions(terms.skills, 'learning'),
    languages: terms.languages.map(({ code, name }) => ({ value: code, label: name })),
    networkRoles: [
      { value: 'principal', label: m.profile_role_principal({}, { locale }) },
      { value: 'driver', label: m.profile_role_driver({}, { locale }) },
      { value: 'supporter', label: m.profile_role_supporter({}, { locale }) },
    ],
  };
}

/** The viewer's own profile as the form shows it. */
export const myProfile = (viewer: SignedIn, locale: Locale) =>
  asSelf(viewer.personId, async (own) => {
    const sql = own as unknown as Sql;
    const mine = await readMine(sql);
    const values = await formValuesOf(sql, mine, locale);
    const options = optionsOf(await readVocabularies(sql), values, locale);
    return { version: mine.version, handle: mine.handle, values, base: baseOf(values, PROFILE_FIELDS), options };
  });
export type MyProfile = Awaited<ReturnType<typeof myProfile>>;
