import { reaches } from '~/lib/audience';
import type { CompiledCategory, CompiledPolicy } from '~/sharing/compile-policy.server';
import { REGISTRY } from '~/sharing/registry';

export type Rule = Pick<CompiledCategory, 'name' | 'fields' | 'ceiling'> & Partial<CompiledCategory>;

const DEFAULTS = {
  default: 'self',
  relations: [],
  purposes: ['directory'],
  searchable: true,
  basis: 'consent',
  retention: '90d',
} as const satisfies Partial<CompiledCategory>;

/** A policy over a few fields of people, made without a document: property tests need thousands. */
export function madePolicy(version: number, rules: readonly Rule[]): CompiledPolicy & { publishedAt: Date } {
  const categories = rules.map(
    (rule): CompiledCategory => ({ ...DEFAULTS, relations: [], purposes: ['directory'], subject: 'person', ...rule }),
  );
  const category = (name: string) => categories.find((each) => each.name === name);
  const categoryOf: CompiledPolicy['categoryOf'] = (subject, field) =>
    categories.find((each) => each.subject === subject && each.fields.includes(field));
  return {
    version,
    effective: '2020-01-01',
    publishedAt: new Date(Date.UTC(2026, 0, version)),
    sha256: `sha of ${version}`,
    categories,
    category,
    categoryOf,
    mayHold: (audience) =>
      REGISTRY.filter(({ subject, name }) => reaches(categoryOf(subject, name)?.ceiling ?? 'self', audience)),
    recipients: {},
    statistics: { minimum_cell: 1, round_to: 1 },
    prose: {},
  };
}
