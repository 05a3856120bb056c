import { and, eq } from 'drizzle-orm';
import type { ConsentMethod } from '#db/schema/consents';
import { relationGrants } from '#db/schema/relations';
import { DomainError } from '~/lib/errors';
import type { Unit } from './command.server';
import type { GrantSubject } from './grants.server';
import type { Relation } from './policy-schema';
import { LIVE_RELATIONS, openedFields, type SavedRelation } from './relations';

/**
 * Opens a category to a relation, beside the audience it is shared with, and enters it into the ledger. Does nothing where
 * it is open under the policy in force already.
 * @param wordsSha256 of the words the chooser saw
 * @throws DomainError `invalid` for a relation that the policy does not list for the category, or that nobody stands in yet
 */
export async function openToRelation(
  unit: Unit,
  subject: GrantSubject,
  { category: name, relation }: { category: string; relation: Relation },
  wordsSha256: string,
): Promise<void> {
  const category = unit.policy.category(name);
  if (
    category?.subject !== subject.kind ||
    !category.relations.includes(relation) ||
    !LIVE_RELATIONS.includes(relation)
  )
    throw new DomainError('invalid', 'The privacy policy does not open this.');
  const saved = { category: name, relation, wordsSha256, policySha256: unit.policy.sha256 };
  const added = await unit.db
    .insert(relationGrants)
    .values({ ...saved, subject: subject.kind, subjectId: subject.id, givenBy: subject.givenBy })
    .onConflictDoNothing()
    .returning({ category: relationGrants.category });
  if (added.length === 0) return;
  tell(unit, subject, saved, { event: 'given', method: 'form' });
  changed(unit, subject);
}

/**
 * Takes back everything by which any of these fields is open to a relation, under whichever version of the policy and in
 * whichever category it was opened, so that one press ends it.
 * @param wordsSha256 of the words the chooser saw
 */
export async function closeToRelation(
  unit: Unit,
  subject: GrantSubject,
  { fields, relation }: { fields: readonly string[]; relation: Relation },
  wordsSha256: string,
): Promise<void> {
  const { db, policy } = unit;
  const ofSubject = and(
    eq(relationGrants.subject, subject.kind),
    eq(relationGrants.subjectId, subject.id),
    eq(relationGrants.relation, relation),
  );
  const standing = await db.select().from(relationGrants).where(ofSubject).for('update');
  const gone = standing.flatMap((row) => {
    const saved = { ...row, relation };
    return openedFields(policy.history, subject.kind, saved).some((field) => fields.includes(field)) ? saved : [];
  });
  for (const saved of gone) {
    const { category, policySha256 } = saved;
    await db
      .delete(relationGrants)
      .where(and(ofSubject, eq(relationGrants.category, category), eq(relationGrants.policySha256, policySha256)));
    tell(unit, subject, { ...saved, wordsSha256 }, { event: 'withdrawn', method: 'withdrawal' });
  }
  if (gone.length > 0) changed(unit, subject);
}

const changed = (unit: Unit, { kind, id }: GrantSubject): void =>
  kind === 'person' ? unit.personChanged(id) : unit.groupChanged(id);

/** A record about a relation names no audience: nobody else sees more by it. */
function tell(
  unit: Unit,
  { kind, id, givenBy }: GrantSubject,
  { category, relation, policySha256, wordsSha256 }: SavedRelation & { wordsSha256: string },
  how: { event: 'given' | 'withdrawn'; method: ConsentMethod },
): void {
  const policy = unit.policy.history.find(({ sha256 }) => sha256 === policySha256);
  const purposes = policy?.category(category)?.purposes ?? [];
  const told = { category, relation, policySha256, wordsSha256, purposes, ...how };
  unit.consentChanged({ ...told, subject: { kind, id }, actorId: givenBy, audience: 'self' });
}
