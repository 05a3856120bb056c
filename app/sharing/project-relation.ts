import type { CompiledPolicy } from './compile-policy.server';
import type { Relation } from './policy-schema';
import { filled, ids, month } from './project';
import type { PersonRecord, PositionRecord } from './records';

type Columns = Record<string, unknown>;

/**
 * The fields that a person's page shows to people in a relation with them, each with the columns of the page that it fills.
 * Not among them: the name, which says that there is somebody; edges, which have another end; contact, which is opened.
 */
const COLUMNS: Readonly<Record<string, (person: PersonRecord) => Columns>> = {
  pronouns: ({ pronouns }) => ({ pronouns }),
  headline: ({ headline }) => ({ headline }),
  bio: ({ bio }) => ({ bio }),
  links: ({ links }) => ({ links: filled(links) }),
  network_role: ({ networkRoles }) => ({ network_roles: filled(networkRoles) }),
  interests: ({ interests }) => ({ interest_ids: ids(filled(interests)) }),
  skills: ({ skills }) => ({ skill_ids: ids(filled(skills)) }),
  learning: ({ learning }) => ({ learn_ids: ids(filled(learning)) }),
  languages: ({ languageCodes }) => ({ language_codes: filled(languageCodes) }),
  region: ({ regionKey, country }) => ({ region_key: regionKey, country }),
  town: ({ townId }) => ({ town_id: townId }),
  joined: ({ joinedOn }) => ({ joined_month: month(joinedOn) }),
  last_confirmed: ({ lastConfirmedOn }) => ({ last_confirmed_month: month(lastConfirmedOn) }),
  needs: ({ needs }) => ({ needs }),
  weaving: ({ weaving }) => ({ weaving: weaving || null }),
};

/** Whether a field of a person can be opened to people in a relation with them at all. */
export const isOpenable = (field: string): boolean => Object.hasOwn(COLUMNS, field);

/**
 * What people in a relation with a member may be shown of them because of it, by field: what the policy lists the relation
 * for and they opened to it, as far as there is something. Null where that is nothing, and of everyone who is no member in
 * standing. Pure.
 */
export function projectRelation(
  policy: CompiledPolicy,
  person: PersonRecord,
  relation: Relation,
): Record<string, Columns> | null {
  if (person.standing !== 'member') return null;
  const shown = Object.entries(COLUMNS).flatMap(([field, columnsOf]) => {
    const listed = policy.categoryOf('person', field)?.relations.includes(relation);
    if (!listed || !person.relations?.get(field)?.has(relation)) return [];
    const columns = Object.entries(columnsOf(person)).filter(([, value]) => value !== null);
    return columns.length > 0 ? [[field, Object.fromEntries(columns)] as const] : [];
  });
  return shown.length > 0 ? Object.fromEntries(shown) : null;
}

/** What the people of one group may be shown of one who is in it, for being in it too. Pure. */
export function projectSameGroup(
  policy: CompiledPolicy,
  { personId, groupId }: PositionRecord,
  person: PersonRecord | undefined,
) {
  const fields = person ? projectRelation(policy, person, 'same_group') : null;
  return fields ? { person_id: personId, relation: 'same_group', group_id: groupId, fields } : null;
}
