import { gunzipSync, gzipSync } from 'node:zlib';
import { DomainError } from '~/lib/errors';
import { cleanText } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';

/** A file that the page carries from one press of a button to the next, so that the hub keeps none of it. */
export interface CarriedFile {
  fileName: string;
  /** Compressed, as base64. */
  packed: string;
}

interface ChosenFile {
  fileName: string;
  content: Uint8Array;
}

/** Longest text a page carries: with the form around it, it has to fit into a request. */
const MOST_PACKED = 600_000;
const MOST_UNPACKED = 8 * 1024 * 1024;
const LONGEST_NAME = 200;

const named = (name: string): string => cleanText(name).slice(0, LONGEST_NAME) || 'file.csv';

/** Packs a file for the page; null if it is too large for that. */
export function carry({ fileName, content }: ChosenFile): CarriedFile | null {
  const packed = gzipSync(content).toString('base64');
  return packed.length <= MOST_PACKED ? { fileName, packed } : null;
}

/**
 * The file a form chose, else the one its page carried, else null.
 * @throws DomainError `invalid` for something carried that no page of ours packed
 */
export async function chosenFile(form: FormData): Promise<ChosenFile | null> {
  const file = form.get('file');
  if (file instanceof Blob && file.size > 0) {
    const name = 'name' in file && typeof file.name === 'string' ? file.name : '';
    return { fileName: named(name), content: new Uint8Array(await file.arrayBuffer()) };
  }
  const [packed, name] = [form.get('carried'), form.get('carriedName')];
  if (typeof packed !== 'string' || packed === '') return null;
  try {
    const content = gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_UNPACKED });
    return { fileName: named(typeof name === 'string' ? name : ''), content };
  } catch {
    throw new DomainError('invalid', m.errors_form_unreadable());
  }
}
