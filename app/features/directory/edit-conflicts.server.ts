import { createHash } from 'node:crypto';
import type { FormValues } from '~/lib/forms';
import { comparable, type EditConflict, type EditField } from './edit-form';

const LENGTH = 10;
const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, LENGTH);

/** What a form was made from, as a hash per field: tells later which fields its writer touched. */
export const baseOf = (values: FormValues, fields: readonly EditField[]): string =>
  fields.map((field) => shortHash(comparable(values, field))).join('');

/** Where what was written and what is stored differ, in words a reader can compare. */
export function conflictsBetween(
  fields: readonly EditField[],
  texts: { mine: FormValues; theirs: FormValues; base: string },
  show: { label(field: string): string; text(field: string, values: FormValues): string },
): EditConflict[] {
  return fields.flatMap((field, at) => {
    const [mine, theirs] = [comparable(texts.mine, field), comparable(texts.theirs, field)];
    if (mine === theirs) return [];
    const untouched = texts.base.slice(at * LENGTH, (at + 1) * LENGTH) === shortHash(mine);
    return {
      field: field.name,
      label: show.label(field.name),
      mine: show.text(field.name, texts.mine),
      theirs: show.text(field.name, texts.theirs),
      chosen: untouched ? 'theirs' : 'mine',
    };
  });
}
