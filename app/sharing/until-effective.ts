import { type Audience, narrower } from '~/lib/audience';
import { keptLonger } from './compare-policies';
import type { CompiledCategory, CompiledPolicy } from './compile-policy.server';

const narrowest = (audiences: readonly Audience[]): Audience => audiences.reduce(narrower, 'public');

/** A category as far as the rules that held its fields before allow it. */
function within(category: CompiledCategory, held: CompiledPolicy): CompiledCategory {
  const before = category.fields.map((field) => held.categoryOf(category.subject, field));
  const all = <T>(list: readonly T[], of: (rule: CompiledCategory) => readonly T[]) =>
    list.filter((item) => before.every((rule) => rule && of(rule).includes(item)));
  const shorter = before.flatMap((rule) =>
    rule && keptLonger(rule.retention, category.retention) ? rule.retention : [],
  );
  return {
    ...category,
    ceiling: narrowest([category.ceiling, ...before.map((rule) => rule?.ceiling ?? 'self')]),
    default: narrowest([category.default, ...before.map((rule) => rule?.default ?? 'self')]),
    relations: all(category.relations, (rule) => rule.relations),
    purposes: all(category.purposes, (rule) => rule.purposes),
    searchable: category.searchable && before.every((rule) => rule?.searchable),
    retention: shorter[0] ?? category.retention,
  };
}

/** Recipients as far as they got the same fields, for the same purposes, before. */
function recipientsWithin(policy: CompiledPolicy, held: CompiledPolicy): CompiledPolicy['recipients'] {
  const entries = Object.entries(policy.recipients).flatMap(([name, rule]) => {
    const before = held.recipients[name];
    const gotAll = (category: CompiledCategory | undefined) =>
      category?.fields.every((field) =>
        before?.categories.includes(held.categoryOf(category.subject, field)?.name ?? ''),
      ) ?? false;
    const categories = rule.categories.filter((each) => gotAll(policy.category(each)));
    const purposes = rule.purposes.filter((purpose) => before?.purposes.includes(purpose));
    const getsNothing = before && rule.categories.length === 0;
    return getsNothing || categories.length > 0 ? [[name, { categories, purposes }] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** A policy that is published, as far as the one that held before it allows it: narrower in everything or the same. */
export function narrowedBy<P extends CompiledPolicy>(policy: P, held: CompiledPolicy): P {
  const categories = policy.categories.map((category) => within(category, held));
  const byName = new Map(categories.map((category) => [category.name, category]));
  const category = (name: string) => byName.get(name);
  return {
    ...policy,
    categories,
    category,
    categoryOf: (subject, field) => category(policy.categoryOf(subject, field)?.name ?? ''),
    mayHold: (audience) => {
      const before = held.mayHold(audience);
      return policy.mayHold(audience).filter((field) => before.includes(field));
    },
    recipients: recipientsWithin(policy, held),
    statistics: {
      minimum_cell: Math.max(policy.statistics.minimum_cell, held.statistics.minimum_cell),
      round_to: Math.max(policy.statistics.round_to, held.statistics.round_to),
    },
  };
}

/** Today as policies name days, in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** Whether the day from which what it widens holds is still to come. The first version widens nothing: there was none before. */
export const isWaiting = ({ effective, version }: CompiledPolicy, day = today()): boolean =>
  version > 1 && effective > day;

/**
 * Policies as they hold on a day: what a version narrows holds from its publishing on, what it widens not before the day
 * it names.
 * @param policies oldest first
 * @param day ISO date
 */
export function heldUntilEffective<P extends CompiledPolicy>(policies: readonly P[], day = today()): P[] {
  const held: P[] = [];
  for (const policy of policies) {
    const before = held.at(-1);
    held.push(before && isWaiting(policy, day) ? narrowedBy(policy, before) : policy);
  }
  return held;
}
