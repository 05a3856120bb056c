import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { consentsOf, consentsOfGroup, type PolicyHistory, type SavedGrant } from './consents';
import { withoutObjected } from './objections';
import type { GroupRecord, PersonRecord, PositionRecord, SignatureRecord } from './records';
import { relationsOf, type SavedRelation } from './relations';

type Raw<T> = Omit<T, 'consents' | 'relations'> & { grants: SavedGrant[] | null };

/** Ids as one array parameter. */
export const uuids = (ids: Iterable<string>) => sql`${`{${[...ids].join(',')}}`}::uuid[]`;

const place = sql`
  'townId', s.town_id, 'regionKey', coalesce(s.region_key, pl.region_key), 'country', coalesce(s.country, pl.country),
  'lat', pl.lat, 'lng', pl.lng, 'townName', pl.name, 'regionName', rg.name, 'countryNames', ct.names`;

const placeJoins = sql`
  left join ref.place pl on pl.id = s.town_id
  left join ref.region rg on rg.key = coalesce(s.region_key, pl.region_key)
  left join ref.country ct on ct.code = coalesce(s.country, pl.country)`;

const terms = (join: ReturnType<typeof sql>) =>
  sql`coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'labels', t.labels) order by t.id) from ${join}), '[]')`;

const links = (table: ReturnType<typeof sql>, key: ReturnType<typeof sql>) =>
  sql`coalesce((select jsonb_agg(jsonb_build_object('url', l.url, 'label', l.label) order by l.position) from ${table} l where l.${key} = s.id), '[]')`;

const grants = (subject: 'person' | 'group') =>
  sql`(select jsonb_agg(jsonb_build_object('category', g.category, 'audience', g.audience, 'policySha256', g.policy_sha256))
    from core.sharing_grants g where g.subject_id = s.id and g.subject = ${subject})`;

const opened = sql`(select jsonb_agg(jsonb_build_object('category', r.category, 'relation', r.relation, 'policySha256', r.policy_sha256))
    from core.relation_grants r where r.subject_id = s.id and r.subject = 'person')`;

async function rows<T>(db: Transaction, query: ReturnType<typeof sql>): Promise<T[]> {
  return (await db.execute<{ record: T }>(query)).map((row) => row.record);
}

/** People as stored, whole, in no particular order; unknown ids are left out. For the projection writer only. */
export async function loadPeople(
  db: Transaction,
  history: PolicyHistory,
  ids: Iterable<string>,
): Promise<PersonRecord[]> {
  const skills = (learning: boolean) =>
    terms(
      sql`core.person_skills x join ref.skills t on t.id = x.skill_id where x.person_id = s.id and x.wants_to_learn = ${learning}`,
    );
  const raw = await rows<Raw<PersonRecord> & { opened: SavedRelation[] | null }>(
    db,
    sql`select jsonb_build_object(
      'id', s.id, 'handle', s.handle, 'standing', s.standing, 'name', s.name, 'alias', s.alias, 'aliasOnly', s.alias_only,
      'pronouns', s.pronouns, 'headline', s.headline, 'bio', s.bio, 'networkRoles', s.network_roles,
      'joinedOn', s.joined_on, 'lastConfirmedOn', s.last_confirmed_on, 'needs', s.needs, 'weaving', s.weaving, 'offMap', s.off_map,
      'notIndexed', s.not_indexed,
      'contactEmail', s.contact_email, 'contactPhone', s.contact_phone, 'contactHandle', s.contact_handle,
      'objections', coalesce((select jsonb_agg(o.purpose) from core.objections o where o.person_id = s.id), '[]'),
      'interests', ${terms(sql`core.person_interests x join ref.interests t on t.id = x.interest_id where x.person_id = s.id`)},
      'skills', ${skills(false)}, 'learning', ${skills(true)},
      'languageCodes', coalesce((select jsonb_agg(x.code order by x.code) from core.person_languages x where x.person_id = s.id), '[]'),
      'links', ${links(sql`core.person_links`, sql`person_id`)}, 'grants', ${grants('person')}, 'opened', ${opened}, ${place}) as record
    from core.people s ${placeJoins} where s.id = any(${uuids(ids)})`,
  );
  return raw.map(({ grants, opened, ...person }) => {
    const left = <T>(chosen: ReadonlyMap<string, T>) => withoutObjected(history.at(-1), chosen, person.objections);
    return {
      ...person,
      consents: left(consentsOf(history, 'person', grants ?? [])),
      relations: left(relationsOf(history, 'person', opened ?? [])),
    };
  });
}

/** Groups as stored, whole; unknown ids are left out. For the projection writer only. */
export async function loadGroups(
  db: Transaction,
  history: PolicyHistory,
  ids: Iterable<string>,
): Promise<GroupRecord[]> {
  const raw = await rows<Raw<GroupRecord> & { createdAt: string }>(
    db,
    sql`select jsonb_build_object(
      'id', s.id, 'slug', s.slug, 'standing', s.standing, 'name', s.name, 'abbreviation', s.abbreviation, 'purpose', s.purpose,
      'activities', s.activities, 'website', s.website, 'placeText', s.place_text, 'sourceNote', s.source_note, 'email', s.email,
      'streetAddress', s.street_address, 'listedOn', s.listed_on, 'lastConfirmedOn', s.last_confirmed_on, 'createdAt', s.created_at,
      'quietSince', s.quiet_since, 'deadLinks', (select jsonb_object_agg(c.url, c.dead_since) from core.link_checks c
        where c.dead_since is not null and (c.url = s.website or c.url in (select l.url from core.group_links l where l.group_id = s.id))),
      'interests', ${terms(sql`core.group_interests x join ref.interests t on t.id = x.interest_id where x.group_id = s.id`)},
      'links', ${links(sql`core.group_links`, sql`group_id`)}, 'grants', ${grants('group')}, ${place}) as record
    from core.groups s ${placeJoins} where s.id = any(${uuids(ids)})`,
  );
  return raw.map(({ grants, createdAt, ...group }) => ({
    ...group,
    consents: consentsOfGroup(history, new Date(createdAt), grants ?? []),
  }));
}

/** Positions that touch any of these people or groups. */
export async function loadPositions(
  db: Transaction,
  people: Iterable<string>,
  groups: Iterable<string>,
): Promise<PositionRecord[]> {
  return rows<PositionRecord>(
    db,
    sql`select jsonb_build_object('personId', person_id, 'groupId', group_id, 'title', title, 'leads', leads) as record
      from core.positions where person_id = any(${uuids(people)}) or group_id = any(${uuids(groups)})`,
  );
}

/** Signatures of these people and groups under the unity statement, of those who agreed to be named. */
export async function loadSignatures(
  db: Transaction,
  people: Iterable<string>,
  groups: Iterable<string>,
): Promise<SignatureRecord[]> {
  return rows<SignatureRecord>(
    db,
    sql`select jsonb_build_object('subjectId', coalesce(person_id, group_id), 'version', version,
        'subject', case when person_id is null then 'group' else 'person' end) as record
      from core.signatures where named and (person_id = any(${uuids(people)}) or group_id = any(${uuids(groups)}))`,
  );
}

/** Locks subjects in a fixed order, so that what is read next cannot change before the projections are written. */
export async function lockSubjects(db: Transaction, people: Iterable<string>, groups: Iterable<string>): Promise<void> {
  await db.execute(sql`select 1 from core.people where id = any(${uuids(people)}) order by id for no key update`);
  await db.execute(sql`select 1 from core.groups where id = any(${uuids(groups)}) order by id for no key update`);
}
