import { AUDIENCES, type Audience, reaches } from '~/lib/audience';
import { PolicyError, type PolicySource, readPolicyDocument } from './policy-document';
import { proseFaults, registryFaults } from './policy-faults';
import type { PolicyFrontMatter } from './policy-schema';
import type { RegistryField, Subject } from './registry';

export type CompiledCategory = PolicyFrontMatter['categories'][string] & { name: string; subject: Subject };

export interface CompiledPolicy {
  version: number;
  /** ISO date from which what this version widens holds. */
  effective: string;
  sha256: string;
  categories: readonly CompiledCategory[];
  category(name: string): CompiledCategory | undefined;
  /** The category that covers a field, or undefined: then nobody may see it. */
  categoryOf(subject: Subject, field: string): CompiledCategory | undefined;
  /** Registry fields that may ever stand in one audience's projection. */
  mayHold(audience: Audience): readonly RegistryField[];
  recipients: PolicyFrontMatter['recipients'];
  statistics: PolicyFrontMatter['statistics'];
  /** Markdown by language, with placeholders. */
  prose: Readonly<Record<string, string>>;
}

/**
 * Turns a policy document (Markdown with YAML front matter) into what is enforced. Pure: same text, same result.
 * @param options `whole`: every field has to be covered, as at publishing. A stored policy may lack the fields of a newer
 *   version of the software: those are denied.
 * @throws PolicyError with every fault found.
 */
export const compilePolicy = (
  document: string,
  registry: readonly RegistryField[],
  options: { whole?: boolean } = {},
): CompiledPolicy => compileSource(readPolicyDocument(document), registry, options);

/** {@link compilePolicy} of a document that was read already. */
export function compileSource(
  source: PolicySource,
  registry: readonly RegistryField[],
  { whole = true }: { whole?: boolean } = {},
): CompiledPolicy {
  const faults = [...registryFaults(source, registry, whole), ...proseFaults(source)];
  if (faults.length > 0) throw new PolicyError(faults);
  const { front } = source;

  const categories = Object.entries(front.categories).map(([name, rule]) => ({
    ...rule,
    name,
    subject: name.split('.')[0] as Subject,
  }));
  const byName = new Map(categories.map((category) => [category.name, category]));
  const byField = new Map(
    categories.flatMap((category) => category.fields.map((field) => [`${category.subject}.${field}`, category])),
  );
  const categoryOf = (subject: Subject, field: string) => byField.get(`${subject}.${field}`);
  const holdings = new Map(
    AUDIENCES.map((audience) => [
      audience,
      registry.filter((field) => {
        const category = categoryOf(field.subject, field.name);
        return category !== undefined && reaches(category.ceiling, audience);
      }),
    ]),
  );
  return {
    version: front.version,
    effective: front.effective,
    sha256: source.sha256,
    categories,
    category: (name) => byName.get(name),
    categoryOf,
    mayHold: (audience) => holdings.get(audience) ?? [],
    recipients: front.recipients,
    statistics: front.statistics,
    prose: Object.fromEntries(Object.entries(source.prose).map(([language, { text }]) => [language, text.trim()])),
  };
}
