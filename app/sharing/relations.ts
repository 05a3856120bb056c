import type { CompiledPolicy } from './compile-policy.server';
import type { PolicyHistory } from './consents';
import type { Relation } from './policy-schema';

/** What somebody opened to those in a relation with them, and under which policy. */
export interface SavedRelation {
  category: string;
  relation: Relation;
  policySha256: string;
}

/** The relations that each field of one subject is open to, by the field's name. What is missing is open to none. */
export type Relations = ReadonlyMap<string, ReadonlySet<Relation>>;

/** Relations that the hub knows people to stand in today. The others are in the policy for features to come. */
export const LIVE_RELATIONS: readonly Relation[] = ['same_group'];

type Opening = 'person' | 'group';

/** The fields that something was opened for: those its category held in the policy it was opened under. */
export function openedFields(history: PolicyHistory, subject: Opening, saved: SavedRelation): readonly string[] {
  const given = history.find(({ sha256 }) => sha256 === saved.policySha256)?.category(saved.category);
  return given?.subject === subject && given.relations.includes(saved.relation) ? given.fields : [];
}

const lists = (policy: CompiledPolicy, subject: Opening, field: string, relation: Relation): boolean =>
  policy.categoryOf(subject, field)?.relations.includes(relation) ?? false;

/**
 * What a subject's choices open today. Each stands for the fields its category held in the policy it was made under, as
 * long as that policy and all since listed the relation for them: one that a newer policy lists, again or for the first
 * time, opens nothing before the subject chooses again.
 */
export function relationsOf(
  history: PolicyHistory,
  subject: Opening,
  chosen: readonly SavedRelation[],
): Map<string, Set<Relation>> {
  const open = new Map<string, Set<Relation>>();
  for (const saved of chosen) {
    const since = history.findIndex(({ sha256 }) => sha256 === saved.policySha256);
    for (const field of openedFields(history, subject, saved)) {
      if (!history.slice(since).every((policy) => lists(policy, subject, field, saved.relation))) continue;
      open.set(field, (open.get(field) ?? new Set()).add(saved.relation));
    }
  }
  return open;
}

/** Whether any of these fields is open to a relation. */
export const someOpen = (fields: readonly string[], open: Relations, relation: Relation): boolean =>
  fields.some((field) => open.get(field)?.has(relation));
