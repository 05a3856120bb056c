import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { AUDIENCES, type Audience, reaches } from '~/lib/audience';
import { type PolicyFrontMatter, policyFrontMatter } from './policy-schema';
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

/** Lists everything that is wrong with a policy document, a line each. */
export class PolicyError extends Error {
  override name = 'PolicyError';
  constructor(readonly faults: string[]) {
    super(`The policy cannot be used: ${faults.join(' ')}`);
  }
}

/**
 * Turns a policy document (Markdown with YAML front matter) into what is enforced. Pure: same text, same result.
 * @param options `whole`: every field has to be covered, as at publishing. A stored policy may lack the fields of a newer
 *   version of the software: those are denied.
 * @throws PolicyError with every fault found.
 */
export function compilePolicy(
  document: string,
  registry: readonly RegistryField[],
  { whole = true }: { whole?: boolean } = {},
): CompiledPolicy {
  const split = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(document.replaceAll('\r\n', '\n'));
  if (!split) throw new PolicyError(['It has to begin with a block between two lines of three dashes.']);
  const front = readFrontMatter(split[1] ?? '');
  const prose = readProse(split[2] ?? '');
  const faults = [...registryFaults(front, registry, whole), ...proseFaults(front, prose)];
  if (faults.length > 0) throw new PolicyError(faults);

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
    sha256: createHash('sha256').update(document).digest('hex'),
    categories,
    category: (name) => byName.get(name),
    categoryOf,
    mayHold: (audience) => holdings.get(audience) ?? [],
    recipients: front.recipients,
    statistics: front.statistics,
    prose,
  };
}

function readFrontMatter(text: string): PolicyFrontMatter {
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (error) {
    throw new PolicyError([`The front matter is not YAML: ${(error as Error).message.split('\n')[0]}`]);
  }
  const parsed = policyFrontMatter.safeParse(raw);
  if (!parsed.success)
    throw new PolicyError(parsed.error.issues.map((issue) => `${issue.path.join(' > ')}: ${issue.message}.`));
  return parsed.data;
}

/** Splits the body at lines such as `=== es`. */
function readProse(body: string): Record<string, string> {
  const parts = body.split(/^=== ([a-z]{2})$/m);
  const prose: Record<string, string> = {};
  for (let at = 1; at < parts.length; at += 2) prose[parts[at] as string] = (parts[at + 1] ?? '').trim();
  return prose;
}

function registryFaults(front: PolicyFrontMatter, registry: readonly RegistryField[], whole: boolean): string[] {
  const faults: string[] = [];
  const known = new Set(registry.map((field) => `${field.subject}.${field.name}`));
  const covered = new Set<string>();
  for (const [name, rule] of Object.entries(front.categories)) {
    if (!reaches(rule.ceiling, rule.default))
      faults.push(`${name}: the default (${rule.default}) is wider than the ceiling (${rule.ceiling}).`);
    for (const field of rule.fields) {
      const full = `${name.split('.')[0]}.${field}`;
      if (!known.has(full)) faults.push(`${name}: there is no field ${full}.`);
      if (covered.has(full)) faults.push(`${name}: the field ${full} stands in another category already.`);
      covered.add(full);
    }
  }
  for (const full of whole ? known : []) if (!covered.has(full)) faults.push(`No category covers the field ${full}.`);
  for (const [recipient, rule] of Object.entries(front.recipients)) {
    for (const name of rule.categories)
      if (!front.categories[name]) faults.push(`Recipient ${recipient}: there is no category ${name}.`);
  }
  return faults;
}

function proseFaults(front: PolicyFrontMatter, prose: Record<string, string>): string[] {
  if (!prose.en) return ['The text has no English part (a line "=== en").'];
  const faults: string[] = [];
  for (const [language, text] of Object.entries(prose)) {
    for (const name of Object.keys(front.categories)) {
      if (!text.includes(`{{share:${name}}}`)) faults.push(`The text (${language}) never says {{share:${name}}}.`);
    }
    for (const [, name] of text.matchAll(/\{\{(?:share|retention):([^}]*)\}\}/g)) {
      if (!front.categories[name as string])
        faults.push(`The text (${language}) speaks of ${name}, which is no category.`);
    }
  }
  return faults;
}
