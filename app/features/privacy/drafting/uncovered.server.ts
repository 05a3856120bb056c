import shipped from '~/sharing/policy/default.md?raw';
import { REGISTRY, type RegistryField } from '~/sharing/registry';
import { looseTable, proseOf, withCategory, withProse } from './draft-text.server';

/** Lines of a text that speak of a category. */
const linesAbout = (text: string, category: string) =>
  text.split('\n').filter((line) => line.includes(`{{share:${category}}}`));

/**
 * A document with every field that no category of it covers: each in the category it has in the policy that comes with
 * the software, which is added with its sentence where the document has none of that name. A field of such a policy that
 * nobody published is denied to everyone until somebody does.
 */
export function withUncovered(
  document: string,
  registry: readonly RegistryField[] = REGISTRY,
  coming = shipped,
): string {
  const table = looseTable(document);
  if (!table) return document;
  const covered = new Set(
    table.categories.flatMap(({ name, fields }) => fields.map((field) => `${name.split('.')[0]}.${field}`)),
  );
  let text = document;
  for (const { subject, name } of registry) {
    if (covered.has(`${subject}.${name}`)) continue;
    const home = looseTable(coming)?.categories.find(
      (each) => each.name.startsWith(`${subject}.`) && each.fields.includes(name),
    );
    if (!home) continue;
    const there = looseTable(text)?.categories.find((each) => each.name === home.name);
    text = withCategory(text, there ? { ...there, fields: [...there.fields, name] } : { ...home, fields: [name] });
    if (!there) text = withSentences(text, home.name, coming);
  }
  return text;
}

function withSentences(document: string, category: string, coming: string): string {
  let text = document;
  for (const [language, prose] of proseOf(document)) {
    if (prose.includes(`{{share:${category}}}`)) continue;
    const words = proseOf(coming);
    const lines = linesAbout(words.get(language) ?? words.get('en') ?? '', category);
    text = withProse(text, language, [prose, '', ...lines].join('\n'));
  }
  return text;
}
