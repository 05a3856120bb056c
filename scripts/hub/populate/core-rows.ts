import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import type { CompiledPolicy } from '~/sharing/compile-policy.server';
import { appendConsents } from '~/sharing/ledger/append.server';
import type { GroupRecord, PositionRecord } from '~/sharing/records';
import type { MadePerson } from './subjects';

type Types = Record<string, string>;

const PLACE: Types = { town_id: 'int', region_key: 'text', country: 'char(2)' };
const PEOPLE: Types = {
  ...{ id: 'uuid', handle: 'text', standing: 'text', name: 'text', pronouns: 'text', headline: 'text', bio: 'text' },
  ...{ network_roles: 'text[]', not_indexed: 'boolean', joined_on: 'date', last_confirmed_on: 'date', demo: 'boolean' },
  ...PLACE,
};
const GROUPS: Types = {
  ...{ id: 'uuid', slug: 'text', standing: 'text', name: 'text', purpose: 'text', activities: 'text', website: 'text' },
  ...{ email: 'text', source_note: 'text', listed_on: 'date', last_confirmed_on: 'date', demo: 'boolean' },
  ...PLACE,
};

/** Nobody read these words: they stand in the place of the sentence a person would have seen. */
const WORDS_SHA256 = createHash('sha256').update('A made-up person shares this.').digest('hex');

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The values of a record that a table has columns for. */
const rowOf = (record: object) => ({
  ...Object.fromEntries(Object.entries(record).map(([name, value]) => [snake(name), value])),
  demo: true,
});

async function insert(db: Transaction, table: string, types: Types, rows: object[]): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(types);
  await db.execute(sql`
    insert into ${sql.raw(`core.${table} (${names.join(', ')})`)}
    select ${sql.raw(names.map((name) => `r.${name}`).join(', '))}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(${sql.raw(names.map((name) => `${name} ${types[name]}`).join(', '))})`);
}

export async function insertPeople(db: Transaction, people: MadePerson[], policy: CompiledPolicy): Promise<void> {
  const parts = <T extends object>(of: (person: MadePerson) => T[]) =>
    people.flatMap((person) => of(person).map((each) => ({ person_id: person.id, ...each })));
  const skills = ({ skills, learning }: MadePerson) => [
    ...skills.map(({ id }) => ({ skill_id: id, wants_to_learn: false })),
    ...learning.map(({ id }) => ({ skill_id: id, wants_to_learn: true })),
  ];
  const shared = {
    subject: 'person',
    words_sha256: WORDS_SHA256,
    policy_sha256: policy.sha256,
  };
  const grants = people.flatMap(({ id, grants }) =>
    [...grants].map(([category, audience]) => ({ subject_id: id, given_by: id, category, audience, ...shared })),
  );
  const person = { person_id: 'uuid' };
  await insert(db, 'people', PEOPLE, people.map(rowOf));
  await insert(
    db,
    'person_interests',
    { ...person, interest_id: 'int' },
    parts(({ interests }) => interests.map(({ id }) => ({ interest_id: id }))),
  );
  await insert(db, 'person_skills', { ...person, skill_id: 'int', wants_to_learn: 'boolean' }, parts(skills));
  await insert(
    db,
    'person_languages',
    { ...person, code: 'text' },
    parts(({ languageCodes }) => languageCodes.map((code) => ({ code }))),
  );
  const grant = { category: 'text', audience: 'text', words_sha256: 'text', policy_sha256: 'text', given_by: 'uuid' };
  await insert(db, 'sharing_grants', { subject_id: 'uuid', subject: 'text', ...grant }, grants);
  await appendConsents(
    db,
    grants.map(({ subject_id: id, category, audience }) => ({
      ...{ subject: { kind: 'person', id }, actorId: id, category, audience, policySha256: policy.sha256 },
      ...{ purposes: policy.category(category)?.purposes ?? [], wordsSha256: WORDS_SHA256, method: 'form' },
      event: audience === 'self' ? 'withdrawn' : 'given',
    })),
  );
}

export async function insertGroups(db: Transaction, groups: GroupRecord[]): Promise<void> {
  await insert(db, 'groups', GROUPS, groups.map(rowOf));
  await insert(
    db,
    'group_interests',
    { group_id: 'uuid', interest_id: 'int' },
    groups.flatMap(({ id, interests }) => interests.map((term) => ({ group_id: id, interest_id: term.id }))),
  );
}

export const insertPositions = (db: Transaction, positions: PositionRecord[]): Promise<void> =>
  insert(
    db,
    'positions',
    { person_id: 'uuid', group_id: 'uuid', title: 'text', leads: 'boolean' },
    positions.map(rowOf),
  );
