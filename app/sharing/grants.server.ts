import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { sharingGrants } from '#db/schema/sharing';
import { type Audience, reaches } from '~/lib/audience';
import { DomainError } from '~/lib/errors';
import type { Unit } from './command.server';
import { supersededName } from './consents';

export interface Choice {
  category: string;
  audience: Audience;
  /** SHA-256 of the words the chooser saw. */
  wordsSha256: string;
}

/**
 * Keeps what a subject shares with whom, with the time, the words shown and the policy it was chosen under.
 * @throws DomainError `invalid` for a category the policy does not have or an audience beyond its ceiling
 */
export async function saveGrants(
  unit: Unit,
  subject: { kind: 'person' | 'group'; id: string; givenBy: string | null },
  choices: readonly Choice[],
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
  if (subject.kind === 'person') unit.personChanged(subject.id);
  else unit.groupChanged(subject.id);
}

/**
 * Where a category held other fields when it was last chosen, and those stand elsewhere now, what was chosen goes on
 * standing for them: choosing anew for one category never hides another.
 */
async function keepSuperseded(
  { db, policy }: Unit,
  subject: { kind: 'person' | 'group'; id: string },
  choices: readonly Choice[],
): Promise<void> {
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
  }
}
