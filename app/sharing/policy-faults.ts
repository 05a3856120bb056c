import { reaches } from '~/lib/audience';
import { faultOf } from './fault-messages';
import type { PolicyFault, PolicySource } from './policy-document';
import type { RegistryField } from './registry';
import { unkeptPeriod } from './retention';

type Prose = PolicySource['prose'][string];

/** The lines of a text that hold what a pattern finds, with what it found. */
function* found({ text, line }: Prose, pattern: RegExp): Generator<{ line: number; match: RegExpMatchArray }> {
  for (const match of text.matchAll(pattern))
    yield { line: line + text.slice(0, match.index).split('\n').length - 1, match };
}

function categoryFaults({ front, lineOf }: PolicySource, known: ReadonlySet<string>, covered: Set<string>) {
  const faults: PolicyFault[] = [];
  for (const [name, rule] of Object.entries(front.categories)) {
    const at = (...path: PropertyKey[]) => lineOf(['categories', name, ...path]);
    if (!reaches(rule.ceiling, rule.default))
      faults.push({
        line: at('default'),
        path: ['categories', name],
        ...faultOf('default_wider', { name, initial: rule.default, ceiling: rule.ceiling }),
      });
    rule.fields.forEach((field, index) => {
      const full = `${name.split('.')[0]}.${field}`;
      const here = { line: at('fields', index), path: ['categories', name] };
      if (!known.has(full)) faults.push({ ...here, ...faultOf('no_field', { name, field: full }) });
      if (covered.has(full)) faults.push({ ...here, ...faultOf('field_twice', { name, field: full }) });
      covered.add(full);
    });
  }
  return faults;
}

function recipientFaults({ front, lineOf }: PolicySource): PolicyFault[] {
  return Object.entries(front.recipients).flatMap(([recipient, rule]) =>
    rule.categories.flatMap((name, index) =>
      front.categories[name]
        ? []
        : [
            {
              line: lineOf(['recipients', recipient, 'categories', index]),
              path: ['recipients', recipient],
              ...faultOf('recipient_category', { recipient, name }),
            },
          ],
    ),
  );
}

const periodFaults = ({ front, lineOf }: PolicySource): PolicyFault[] =>
  Object.entries(front.categories).flatMap(([name, { retention }]) => {
    const like = unkeptPeriod({ subject: name.split('.')[0] as string, retention });
    if (!like) return [];
    const line = lineOf(['categories', name, 'retention']);
    return [{ line, path: ['categories', name], ...faultOf('period', { name, retention, like }) }];
  });

/**
 * What the rules say that the software cannot follow.
 * @param whole whether every field has to be covered
 */
export function registryFaults(
  source: PolicySource,
  registry: readonly RegistryField[],
  whole: boolean,
): PolicyFault[] {
  const known = new Set(registry.map((field) => `${field.subject}.${field.name}`));
  const covered = new Set<string>();
  const faults = [...categoryFaults(source, known, covered), ...recipientFaults(source)];
  const missing = whole ? [...known].filter((full) => !covered.has(full)) : [];
  return [
    ...faults,
    ...(whole ? periodFaults(source) : []),
    ...missing.map((full) => ({
      line: source.lineOf(['categories']),
      path: ['categories'],
      ...faultOf('uncovered', { field: full }),
    })),
  ];
}

/** What the text leaves out, or speaks of without there being such a thing. */
export function proseFaults({ front, prose }: PolicySource): PolicyFault[] {
  if (!prose.en) return [{ line: null, path: ['text', 'en'], ...faultOf('no_english') }];
  return Object.entries(prose).flatMap(([language, part]) => [
    ...Object.keys(front.categories)
      .filter((name) => !part.text.includes(`{{share:${name}}}`))
      .map((name) => ({
        line: part.line,
        path: ['text', language],
        ...faultOf('never_said', { language, placeholder: `{{share:${name}}}` }),
      })),
    ...[...found(part, /\{\{([^}]*)\}\}/g)].flatMap(({ line, match }) => {
      const [, kind, name = ''] = /^(share|retention):(.*)$/.exec(match[1] ?? '') ?? [];
      const path = ['text', language];
      if (!kind) return [{ line, path, ...faultOf('stands_for_nothing', { language, placeholder: match[0] }) }];
      if (front.categories[name]) return [];
      return [{ line, path, ...faultOf('no_category', { language, name }) }];
    }),
  ]);
}

/** Words that say by hand what a placeholder says, by language. */
const BY_HAND: Record<string, RegExp> = {
  en: /\b(?:members?|weavers?|stewards?|public|everyone|anyone|nobody|\d+ (?:days?|weeks?|months?|years?))\b/i,
  es: /(?<!\p{L})(?:miembros?|quienes tejen|responsables|públic[oa]s?|cualquiera|nadie|\d+ (?:días?|semanas?|meses|mes|años?))(?!\p{L})/iu,
};

/** Sentences that name an audience or a period by hand beside a placeholder: the two can come to say different things. */
export function proseWarnings({ prose }: PolicySource): PolicyFault[] {
  return Object.entries(prose).flatMap(([language, part]) =>
    [...found(part, /[^.!?\n]*\{\{[^}]*\}\}[^.!?\n]*/g)].flatMap(({ line, match }) => {
      const word = BY_HAND[language]?.exec(match[0].replaceAll(/\{\{[^}]*\}\}/g, ''))?.[0];
      return word ? [{ line, path: ['text', language], ...faultOf('by_hand', { language, word }) }] : [];
    }),
  );
}
