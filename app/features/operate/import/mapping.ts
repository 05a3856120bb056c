import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { fold } from '~/lib/text';
import type { FieldList } from './field-list';

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
const invalid = (message: string) => new DomainError('invalid', message);

/**
 * The field of each column: guessed, corrected by `corrections` of the form "Column=field".
 * @throws DomainError in one line that lists what there is, for an unknown column or field and where no column is the one required
 */
export function mapColumns<F extends string>(
  columns: readonly string[],
  list: FieldList<F>,
  corrections: readonly string[] = [],
): (F | null)[] {
  const { single, required } = list;
  const said = new Map<number, F>();
  for (const correction of corrections) {
    const [at, field] = readCorrection(columns, list.fields, correction);
    const other = [...said].find(([index, each]) => index !== at && each === field && single.has(field));
    if (other)
      throw invalid(m.file_fault_only_one({ field, first: columns[other[0]] ?? '', second: columns[at] ?? '' }));
    said.set(at, field);
  }
  const claimed = new Set([...said.values()].filter((field) => single.has(field)));
  const guessed = list.guess(columns.map((column, at) => (said.has(at) ? '' : column)));
  const fields = columns.map((_, at) => {
    const guess = guessed[at] ?? null;
    return said.get(at) ?? (guess && claimed.has(guess) ? null : guess);
  });
  if (required && !fields.includes(required.field)) {
    throw invalid(
      `${required.lack()} ${m.file_fault_say({ columns: quoted(columns), example: `${columns[0] ?? 'Title'}=${required.field}` })}`,
    );
  }
  return fields;
}

function readCorrection<F extends string>(
  columns: readonly string[],
  fields: readonly F[],
  correction: string,
): [number, F] {
  const equals = correction.lastIndexOf('=');
  const column = correction.slice(0, equals).trim();
  const field = correction
    .slice(equals + 1)
    .trim()
    .toLowerCase();
  if (equals < 1 || !column)
    throw invalid(
      `--map needs "Column=field", for example --map "${columns[0] ?? 'Title'}=name"; it was given "${correction}".`,
    );
  const exact = columns.indexOf(column);
  const at = exact >= 0 ? exact : columns.findIndex((each) => fold(each) === fold(column));
  if (at < 0) throw invalid(`The file has no column "${column}". It has: ${quoted(columns)}.`);
  const known = fields.find((each) => each === field);
  if (!known) throw invalid(`There is no field "${field}". Fields: ${fields.join(', ')}.`);
  return [at, known];
}
