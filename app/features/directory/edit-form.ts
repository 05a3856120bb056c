import { cleanText, type FormValues } from '~/lib/forms';

/** A field of an edit form and the controls it consists of, if they are not the one of its name. */
export interface EditField {
  name: string;
  controls?: readonly string[];
  /** Those of its controls that hold what a reader would compare; the one of its name unless said. */
  compared?: readonly string[];
}

/** One field that two people wrote differently. */
export interface EditConflict {
  field: string;
  label: string;
  mine: string;
  theirs: string;
  /** Which one stands chosen at first: theirs where the writer had left the field alone. */
  chosen: 'mine' | 'theirs';
}

export interface EditChoices {
  /** The text candidates were looked for, and what it may mean. */
  asked: string;
  candidates: { value: string; label: string }[];
}

/** What an edit page shows again after a form that was not saved. */
export interface EditOutcome {
  /** `frozen`: nobody may save at the moment, whatever was written. */
  kind: 'invalid' | 'conflict' | 'frozen';
  values: FormValues;
  version: number;
  base: string;
  errors: Record<string, string>;
  conflicts: EditConflict[];
  place: EditChoices | null;
}

export const takeControl = (field: string): string => `take.${field}`;
export const controlsOf = ({ name, controls }: EditField): readonly string[] => controls ?? [name];

/** The text of a control, or the first of several; empty where nothing was sent. */
export const one = (values: FormValues | undefined, name: string): string => [values?.[name] ?? ''].flat()[0] ?? '';
export const many = (values: FormValues, name: string): string[] => [values[name] ?? []].flat();

/** A form's texts by control; files, which no edit form has, are left out. */
export function valuesOf(form: FormData): FormValues {
  const values: FormValues = Object.create(null);
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    const known = values[name];
    if (Array.isArray(known)) known.push(value);
    else values[name] = known === undefined ? value : [known, value];
  }
  return values;
}

export function asForm(values: FormValues): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) for (const text of [value].flat()) form.append(name, text);
  return form;
}

/** What was sent, with the stored values of those fields for which the writer chose them. */
export function withTaken(sent: FormValues, stored: FormValues, fields: readonly EditField[]): FormValues {
  const values = { ...sent };
  for (const field of fields) {
    const taken = one(sent, takeControl(field.name)) === 'theirs';
    delete values[takeControl(field.name)];
    if (!taken) continue;
    for (const control of controlsOf(field)) {
      delete values[control];
      const theirs = stored[control];
      if (theirs !== undefined) values[control] = theirs;
    }
  }
  return values;
}

/** A field as one text, to compare it by: blanks, line ends and order make no difference. */
export const comparable = (values: FormValues, { name, compared = [name] }: EditField): string =>
  compared
    .flatMap((control) => many(values, control))
    .map((text) => cleanText(text, true))
    .filter(Boolean)
    .sort()
    .join('\n');
