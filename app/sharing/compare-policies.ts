import { type Audience, reaches } from '~/lib/audience';
import type { CompiledCategory, CompiledPolicy } from './compile-policy.server';
import type { Purpose, Relation } from './policy-schema';
import type { RegistryField, Subject } from './registry';
import { readRetention } from './retention';

/** One thing that another version of a policy says differently. */
export type PolicyChange =
  | { kind: 'ceiling' | 'default'; from: Audience; to: Audience }
  | { kind: 'relation'; relation: Relation; added: boolean }
  | { kind: 'purpose'; purpose: Purpose; added: boolean }
  | { kind: 'recipient'; recipient: string; added: boolean }
  | { kind: 'recipient_purpose'; recipient: string; purpose: Purpose; added: boolean }
  | { kind: 'searchable'; to: boolean }
  | { kind: 'basis'; from: CompiledCategory['basis'] | null; to: CompiledCategory['basis'] | null }
  | { kind: 'retention'; from: string | null; to: string | null };

export interface FieldsChange {
  subject: Subject;
  /** The fields of the registry that it is about. */
  fields: readonly string[];
  /** The category that covers them in the newer version; null where none does any more. */
  category: string | null;
  /** Whether somebody may see more, or do more with it, or keep it longer: nobody's data before they agree. */
  widens: boolean;
  change: PolicyChange;
}

/** What one version says about one field. A field that it does not cover is denied to everyone. */
export interface Terms {
  category: string | null;
  ceiling: Audience;
  default: Audience;
  searchable: boolean;
  relations: readonly Relation[];
  purposes: readonly Purpose[];
  basis: CompiledCategory['basis'] | null;
  retention: string | null;
  /** Each recipient, and each of its purposes behind a blank. */
  recipients: readonly string[];
}

export function termsOf(policy: CompiledPolicy, { subject, name }: RegistryField): Terms {
  const rule = policy.categoryOf(subject, name);
  const recipients = Object.entries(policy.recipients).filter(([, { categories }]) =>
    categories.includes(rule?.name ?? ''),
  );
  return {
    category: rule?.name ?? null,
    ceiling: rule?.ceiling ?? 'self',
    default: rule?.default ?? 'self',
    searchable: rule?.searchable ?? false,
    relations: rule?.relations ?? [],
    purposes: rule?.purposes ?? [],
    basis: rule?.basis ?? null,
    retention: rule?.retention ?? null,
    recipients: recipients.flatMap(([name, { purposes }]) => [
      name,
      ...purposes.map((purpose) => `${name} ${purpose}`),
    ]),
  };
}

/** Of two audiences that are not the same. */
const isWider = (from: Audience, to: Audience) => reaches(to, from);

/** Whether something is kept longer; periods that count from different ends cannot be compared, and count as longer. */
export function keptLonger(from: string | null, to: string | null): boolean {
  if (to === null) return false;
  if (from === null) return true;
  const [before, after] = [readRetention(from), readRetention(to)];
  return before.after !== after.after || after.days > before.days;
}

type Change = Pick<FieldsChange, 'change' | 'widens'>;

/** What only one of two lists holds. */
function listChanges<T extends string>(
  from: readonly T[],
  to: readonly T[],
  asChange: (item: T, added: boolean) => PolicyChange,
): Change[] {
  const added = to.filter((item) => !from.includes(item));
  const removed = from.filter((item) => !to.includes(item));
  return [
    ...added.map((item) => ({ change: asChange(item, true), widens: true })),
    ...removed.map((item) => ({ change: asChange(item, false), widens: false })),
  ];
}

function recipientChange(entry: string, added: boolean): PolicyChange {
  const [recipient = '', purpose] = entry.split(' ');
  return purpose
    ? { kind: 'recipient_purpose', recipient, purpose: purpose as Purpose, added }
    : { kind: 'recipient', recipient, added };
}

function termChanges(subject: Subject, from: Terms, to: Terms): Change[] {
  const changes: Change[] = [];
  if (from.ceiling !== to.ceiling)
    changes.push({
      change: { kind: 'ceiling', from: from.ceiling, to: to.ceiling },
      widens: isWider(from.ceiling, to.ceiling),
    });
  if (from.default !== to.default)
    changes.push({
      change: { kind: 'default', from: from.default, to: to.default },
      // A person's proposal shows nothing by itself; what a group has not chosen stands at it.
      widens: subject !== 'person' && isWider(from.default, to.default),
    });
  changes.push(
    ...listChanges(from.relations, to.relations, (relation, added) => ({ kind: 'relation', relation, added })),
    ...listChanges(from.purposes, to.purposes, (purpose, added) => ({ kind: 'purpose', purpose, added })),
    ...listChanges(from.recipients, to.recipients, recipientChange),
  );
  if (from.searchable !== to.searchable)
    changes.push({ change: { kind: 'searchable', to: to.searchable }, widens: to.searchable });
  if (from.basis !== to.basis)
    changes.push({
      change: { kind: 'basis', from: from.basis, to: to.basis },
      widens: from.basis === 'consent' && to.basis !== null,
    });
  if (from.retention !== to.retention)
    changes.push({
      change: { kind: 'retention', from: from.retention, to: to.retention },
      widens: keptLonger(from.retention, to.retention),
    });
  return changes;
}

/**
 * What a newer version of a policy says differently, field by field of the registry: how they are grouped into categories
 * and what those are called changes nothing. Fields for which the same changes in the same category stand together.
 */
export const comparePolicies = (
  before: CompiledPolicy,
  after: CompiledPolicy,
  registry: readonly RegistryField[],
): FieldsChange[] => changesOf(registry, (field) => [termsOf(before, field), termsOf(after, field)]);

/** The same for any terms that a field had before and has now. */
export function changesOf(
  registry: readonly RegistryField[],
  terms: (field: RegistryField) => [before: Terms, now: Terms],
): FieldsChange[] {
  const found = new Map<string, FieldsChange & { fields: string[] }>();
  for (const field of registry) {
    const [from, to] = terms(field);
    for (const { change, widens } of termChanges(field.subject, from, to)) {
      const key = JSON.stringify([field.subject, to.category, change]);
      const same = found.get(key);
      if (same) same.fields.push(field.name);
      else found.set(key, { subject: field.subject, fields: [field.name], category: to.category, widens, change });
    }
  }
  return [...found.values()];
}

/** What is published in numbers gets coarser or finer: finer says more about few. */
export function compareStatistics(before: CompiledPolicy, after: CompiledPolicy) {
  return (['minimum_cell', 'round_to'] as const)
    .map((rule) => ({ rule, from: before.statistics[rule], to: after.statistics[rule] }))
    .filter(({ from, to }) => from !== to)
    .map((each) => ({ ...each, widens: each.to < each.from }));
}
