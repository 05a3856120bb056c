import { consentsOf, type SavedGrant, widestOf } from '~/sharing/consents';
import type { PolicyInForce } from '~/sharing/policies.server';
import type { ChoiceSubject, SavedChoice } from './choices.server';

export interface GrantRow extends SavedGrant {
  createdAt: Date;
}

/** What a subject saved so far, under this policy or earlier ones, by category of the policy in force. */
export function savedByCategory(
  { history, categories }: PolicyInForce,
  subject: ChoiceSubject,
  rows: readonly GrantRow[],
): Map<string, SavedChoice> {
  const consents = consentsOf(history, subject, rows);
  const newest = [...rows].sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime())[0];
  const saved = new Map<string, SavedChoice>();
  for (const { name, subject: of, fields } of categories) {
    const audience = of === subject ? widestOf(fields, consents) : undefined;
    const row = rows.find(({ category }) => category === name) ?? newest;
    if (audience && row) saved.set(name, { audience, createdAt: row.createdAt });
  }
  return saved;
}
