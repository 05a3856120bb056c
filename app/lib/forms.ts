import { z } from 'zod';
import { m } from '~/lib/paraglide/messages.js';
import { DomainError } from './errors';

const LINE_BREAK = /\r\n?|\u2028|\u2029|\u0085/g;
/** Controls, and the marks that turn the direction of the text around them; joiners stay, scripts and emoji need them. */
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** Typed text as it is kept: NFC, no control characters, no blanks around it; on one line unless `multiline`. */
export function cleanText(text: string, multiline = false): string {
  const lines = text.replace(LINE_BREAK, '\n').replace(/\t/g, ' ');
  const kept = multiline ? lines : lines.replace(/\n/g, ' ');
  return kept.replace(UNWANTED, '').normalize('NFC').trim();
}

interface TextOptions {
  /** Longest text, in UTF-16 units after cleaning. */
  max: number;
  multiline?: boolean;
}

/** Text that has to be there. */
export const formText = ({ max, multiline }: TextOptions) =>
  z
    .string({ error: (issue) => (issue.input === undefined ? 'required' : 'invalid') })
    .transform((text) => cleanText(text, multiline))
    .pipe(z.string().min(1, 'required').max(max, 'too_long'));

/** Text that may be left out: an absent or empty one is null. */
export const formOptionalText = ({ max, multiline }: TextOptions) =>
  z
    .string()
    .optional()
    .transform((text) => cleanText(text ?? '', multiline) || null)
    .pipe(z.string().max(max, 'too_long').nullable());

/** An e-mail address, in lower case. */
export const formEmail = () =>
  formText({ max: 254 })
    .transform((text) => text.toLowerCase())
    .pipe(z.email('invalid'));

/** A checkbox. */
export const formFlag = () =>
  z
    .enum(['on', '1', 'true'])
    .optional()
    .transform((value) => value !== undefined);

/** A field that may come any number of times, up to `max`; absent is none. */
export const formList = <T extends z.ZodType>(item: T, { max }: { max: number }) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(max, 'too_many'),
  );

export type FieldCodes = Record<string, string[]>;
export type FormValues = Record<string, string | string[]>;
export type ParsedForm<T> = { ok: true; data: T } | { ok: false; errors: FieldCodes; values: FormValues };

/** Key under which faults of the form as a whole stand. */
export const FORM = '_form';
const MOST_FIELDS = 500;

const CODES: Record<string, string> = {
  too_big: 'too_long',
  too_small: 'required',
  unrecognized_keys: 'unknown_field',
};
const SPOKEN = /^[a-z_]+$/;

function codesOf(error: z.ZodError): FieldCodes {
  const errors: FieldCodes = {};
  for (const issue of error.issues) {
    const field = issue.code === 'unrecognized_keys' ? FORM : String(issue.path[0] ?? FORM);
    const code = SPOKEN.test(issue.message) ? issue.message : (CODES[issue.code] ?? 'invalid');
    errors[field] = [...new Set([...(errors[field] ?? []), code])];
  }
  return errors;
}

/**
 * Checks what a form sent. Fields the schema does not name are refused, and so are files; a key that comes several times
 * is a list. On failure: a list of codes per field, and what was typed, to show it again.
 */
export function parseForm<T extends z.ZodRawShape>(
  schema: z.ZodObject<T>,
  form: FormData,
): ParsedForm<z.output<z.ZodObject<T>>> {
  const values: FormValues = Object.create(null);
  const entries = [...form];
  if (entries.length > MOST_FIELDS) return { ok: false, errors: { [FORM]: ['too_many'] }, values: {} };
  for (const [key, value] of entries) {
    if (typeof value !== 'string') return { ok: false, errors: { [FORM]: ['unknown_field'] }, values: {} };
    const known = values[key];
    values[key] = known === undefined ? value : [known, value].flat();
  }
  const parsed = schema.strict().safeParse({ ...values });
  return parsed.success
    ? { ok: true, data: parsed.data }
    : { ok: false, errors: codesOf(parsed.error), values: { ...values } };
}

/**
 * What a form sent in which nobody types, so that nothing in it has to be shown again.
 * @throws DomainError `invalid` when it is not as its page made it
 */
export function takeForm<T extends z.ZodRawShape>(schema: z.ZodObject<T>, form: FormData): z.output<z.ZodObject<T>> {
  const read = parseForm(schema, form);
  if (!read.ok) throw new DomainError('invalid', m.errors_form_unreadable());
  return read.data;
}

/**
 * The form a request carries.
 * @throws DomainError `invalid` when its body is no form, such as a multipart one that breaks off.
 */
export async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => {
    throw new DomainError('invalid', m.errors_form_unreadable());
  });
  if ([...form.keys()].length > MOST_FIELDS) throw new DomainError('invalid', m.errors_form_unreadable());
  return form;
}

/**
 * Reads the form of a lone button, which sends nothing.
 * @throws DomainError `invalid` when it sends anything all the same
 */
export async function readButton(request: Request): Promise<void> {
  takeForm(z.object({}), await readForm(request));
}
