import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { ConsentMethod } from '#db/schema/consents';
import { sharingGrants } from '#db/schema/sharing';
import { type Audience, reaches } from '~/lib/audience';
import { DomainError } from '~/lib/errors';
import type { Unit } from './command.server';
import { categoryOf, supersededName } from './consents';
import type { ConsentEntry } from './ledger/append.server';
import { uuids } from './load-records.server';

export interface Choice {
  category: string;
  audience: Audience;
  /** SHA-256 of the words the chooser saw. */
  wordsSha256: string;
}

export interface GrantSubject {
  kind: 'person' | 'group';
  id: string;
  /** Person who chose; null for the hub itself. */
  givenBy: string | null;
}

const methodFor = { person: 'form', group: 'lead' } as const;

/**
 * Keeps what a subject shares with whom, with the time, the words shown and the policy it was chosen under, and enters it
 * into the ledger.
 * @throws DomainError `invalid` for a category the policy does not have or an audience beyond its ceiling
 */
export async function saveGrants(
  unit: Unit,
  subject: GrantSubject,
  choices: readonly Choice[],
  method: ConsentMethod = methodFor[subject.kind],
): Promise<void> {
  for (const choice of choices) {
    const category = unit.policy.category(choice.category);
    if (category?.subject !== subject.kind)
      throw new DomainError('invalid', 'The privacy policy has no such category.');
    if (!reaches(category.ceiling, choice.audience))
      throw new DomainError('invalid', 'The privacy policy does not allow sharing this so widely.');
  }
  if (choices.length === 0) return;
  await keepSuperseded(unit, subject, choices);
  await unit.db
    .insert(sharingGrants)
    .values(
      choices.map((choice) => ({
        ...choice,
        subject: subject.kind,
        subjectId: subject.id,
        policySha256: unit.policy.sha256,
        givenBy: subject.givenBy,
      })),
    )
    .onConflictDoUpdate({
      target: [sharingGrants.subjectId, sharingGrants.category],
      set: {
        audience: sql`excluded.audience`,
        wordsSha256: sql`excluded.words_sha256`,
        policySha256: sql`excluded.policy_sha256`,
        givenBy: sql`excluded.given_by`,
        createdAt: sql`now()`,
      },
    });
  for (const choice of choices) {
    const purposes = unit.policy.category(choice.category)?.purposes ?? [];
    tell(unit, subject, { ...choice, purposes, policySha256: unit.policy.sha256, method });
  }
  if (subject.kind === 'person') unit.personChanged(subject.id);
  else unit.groupChanged(subject.id);
}

/**
 * Where a category held other fields when it was last chosen, and those stand elsewhere now, what was chosen goes on
 * standing for them: choosing anew for one category never hides another.
 */
async function keepSuperseded(unit: Unit, subject: GrantSubject, choices: readonly Choice[]): Promise<void> {
  const { db, policy } = unit;
  const chosen = choices.map(({ category }) => category);
  const isOlder = and(
    eq(sharingGrants.subjectId, subject.id),
    inArray(sharingGrants.category, chosen),
    ne(sharingGrants.policySha256, policy.sha256),
  );
  for (const row of await db.select().from(sharingGrants).where(isOlder)) {
    const given = policy.history.find(({ sha256 }) => sha256 === row.policySha256);
    const fields = given?.category(row.category)?.fields ?? [];
    if (fields.every((field) => policy.categoryOf(subject.kind, field)?.name === row.category)) continue;
    const key = (category: string) =>
      and(eq(sharingGrants.subjectId, subject.id), eq(sharingGrants.category, category));
    const kept = supersededName(row.category, given?.version ?? 0);
    await db.delete(sharingGrants).where(key(kept));
    await db.update(sharingGrants).set({ category: kept }).where(key(row.category));
    const { audience, wordsSha256, policySha256 } = row;
    const purposes = given?.category(row.category)?.purposes ?? [];
    tell(unit, subject, { category: kept, audience, wordsSha256, policySha256, purposes, method: 'kept' });
  }
}

/**
 * Takes back what was chosen for a category under one version of the policy, for the fields it held there: shared with
 * nobody any more. Does nothing where it was taken back already or something newer stands in its place.
 */
export async function withdrawGrant(
  unit: Unit,
  subject: GrantSubject,
  given: { category: string; policySha256: string },
  wordsSha256: string,
): Promise<void> {
  const { category, policySha256 } = given;
  const taken = await unit.db
    .update(sharingGrants)
    .set({ audience: 'self', wordsSha256, givenBy: subject.givenBy, createdAt: sql`now()` })
    .where(
      and(
        eq(sharingGrants.subjectId, subject.id),
        eq(sharingGrants.category, category),
        eq(sharingGrants.policySha256, policySha256),
        ne(sharingGrants.audience, 'self'),
      ),
    )
    .returning({ category: sharingGrants.category });
  if (taken.length === 0) return;
  const policy = unit.policy.history.find(({ sha256 }) => sha256 === policySha256);
  const purposes = policy?.category(categoryOf(category))?.purposes ?? [];
  tell(unit, subject, { category, audience: 'self', policySha256, wordsSha256, purposes, method: 'withdrawal' });
  if (subject.kind === 'person') unit.personChanged(subject.id);
  else unit.groupChanged(subject.id);
}

type Told = Choice & Pick<ConsentEntry, 'policySha256' | 'purposes' | 'method'>;

const tell = (unit: Unit, { kind, id, givenBy }: GrantSubject, { audience, ...told }: Told): void =>
  unit.consentChanged({
    ...told,
    subject: { kind, id },
    actorId: givenBy,
    audience,
    event: audience === 'self' ? 'withdrawn' : 'given',
  });

const KEYS = {
  person: sql`core.subject_keys k on k.person_id = gone.subject_id`,
  group: sql`core.group_keys k on k.group_id = gone.subject_id`,
};

/**
 * Deletes everything subjects chose, as they are deleted themselves, and enters it into the ledger as withdrawn. Their
 * keys must still be there.
 */
export async function eraseGrants(unit: Unit, kind: 'person' | 'group', ids: Iterable<string>): Promise<void> {
  const all = sql`subject = ${kind} and subject_id = any(${uuids(ids)})`;
  const gone = await unit.db.execute<{
    category: string;
    policySha256: string;
    relation: string | null;
    key: string;
  }>(sql`
    with choices as (delete from core.sharing_grants where ${all} returning *),
    opened as (delete from core.relation_grants where ${all} returning *),
    gone as (
      select subject_id, category, policy_sha256, null as relation from choices
      union all select subject_id, category, policy_sha256, relation from opened
    )
    select gone.category, gone.policy_sha256 as "policySha256", gone.relation, k.key
    from gone join ${KEYS[kind]} order by k.key, 1, 3 nulls first, 2`);
  for (const { key, relation, ...row } of gone) {
    const told = {
      ...row,
      ...(relation === null ? {} : { relation }),
      audience: 'self',
      purposes: [],
      wordsSha256: '',
      event: 'withdrawn',
      method: 'erased',
    } as const;
    unit.consentChanged({ ...told, subject: { kind: 'key', key }, actorId: null });
  }
}
