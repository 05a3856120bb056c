import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import type { RowNote } from './notes';

export interface Decoded {
  text: string;
  encoding: string;
  /** The encoding is likely and not certain; `example` is a word by which a person can tell. */
  guessed: boolean;
  example: string | null;
  notes: RowNote[];
}

const SAMPLE = 64 * 1024;
const FORMATS: [signature: string, name: () => string][] = [
  ['504b0304', m.file_fault_workbook],
  ['d0cf11e0', m.file_fault_old_workbook],
  ['25504446', m.file_fault_pdf],
  ['1f8b', m.file_fault_compressed],
  ['89504e47', m.file_fault_picture],
  ['ffd8ff', m.file_fault_picture],
];

/**
 * Text of a file in whatever encoding it is: by its byte order mark, as UTF-8 if it is valid, UTF-16 by its zeros, else
 * by its letters. Single lines that are not UTF-8 in a file that is are read as Windows-1252 and noted.
 * @throws DomainError for files that are no text, and for an encoding that is not known
 */
export function decodeText(bytes: Buffer, encoding?: string): Decoded {
  refuseOtherFormats(bytes);
  if (encoding) {
    if (!iconv.encodingExists(encoding)) throw new DomainError('invalid', m.file_fault_encoding({ encoding }));
    return certain(iconv.decode(bytes, encoding), encoding);
  }
  const marked = markedEncoding(bytes) ?? utf16(bytes);
  if (marked) return certain(iconv.decode(bytes, marked), marked);
  refuseBinary(bytes);
  const strict = decodeUtf8(bytes);
  if (strict !== null) return certain(strict, 'UTF-8');
  const lenient = bytes.toString('utf8');
  const bad = lenient.split('\ufffd').length - 1;
  const good = lenient.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0;
  return good > bad ? decodeMixed(bytes) : decodeGuessed(bytes);
}

const certain = (text: string, encoding: string): Decoded => ({
  text: text.replace(/^\ufeff/, ''),
  encoding,
  guessed: false,
  example: null,
  notes: [],
});

function refuseOtherFormats(bytes: Buffer): void {
  const head = bytes.subarray(0, 4).toString('hex');
  const format = FORMATS.find(([signature]) => head.startsWith(signature));
  if (format) throw new DomainError('invalid', m.file_fault_format({ format: format[1]() }));
}

function markedEncoding(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 3).toString('hex');
  if (head === 'efbbbf') return decodeUtf8(bytes) === null ? null : 'UTF-8';
  return head.startsWith('fffe') ? 'UTF-16LE' : head.startsWith('feff') ? 'UTF-16BE' : null;
}

/** Text in UTF-16 without a mark is zeros at every other byte, as far as its letters are Latin. */
function utf16(bytes: Buffer): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (odd > 0.6 && even < 0.05) return 'UTF-16LE';
  return even > 0.6 && odd < 0.05 ? 'UTF-16BE' : null;
}

function refuseBinary(bytes: Buffer): void {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = sample.filter((byte) => byte === 0).length;
  const controls = sample.filter((byte) => byte !== 0 && byte < 32 && ![9, 10, 12, 13, 27].includes(byte)).length;
  if (zeros > sample.length * 0.3 || controls > sample.length * 0.05) {
    throw new DomainError('invalid', m.file_fault_binary());
  }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeMixed(bytes: Buffer): Decoded {
  const lines: string[] = [];
  const odd: number[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start) < 0 ? bytes.length : bytes.indexOf(10, start) + 1;
    const line = bytes.subarray(start, end);
    const text = decodeUtf8(line);
    if (text === null) odd.push(lines.length + 1);
    lines.push(text ?? iconv.decode(line, 'windows-1252'));
    start = end;
  }
  const named = `line ${odd.slice(0, 20).join(', ')}${odd.length > 20 ? ` and ${odd.length - 20} more` : ''}`;
  return { ...certain(lines.join(''), 'UTF-8'), notes: [{ code: 'mixed_encoding', detail: `(${named})` }] };
}

/** How much likelier another encoding must be than Western European, which is by far the most common. */
const CLEARLY = 15;

function decodeGuessed(bytes: Buffer): Decoded {
  // Only lines with letters beyond ASCII say anything, and they may stand far down in the file.
  const telling = bytes
    .toString('latin1')
    .split('\n')
    .filter((line) => /[\u0080-\u00ff]/.test(line))
    .join('\n')
    .slice(0, SAMPLE);
  const likely = analyse(Buffer.from(telling, 'latin1')).filter(
    ({ name }) => iconv.encodingExists(name) && !name.startsWith('UTF'),
  );
  const western = likely.find(({ name }) => /8859-1$|1252$/.test(name))?.confidence ?? 0;
  const [best] = likely;
  const encoding =
    !best || best.confidence < western + CLEARLY ? 'windows-1252' : best.name.replace(/^ISO-8859-1$/, 'windows-1252');
  const text = iconv.decode(bytes, encoding);
  const example = /[\p{L}'’-]*[^\u0000-\u007f][\p{L}'’-]*/u.exec(text)?.[0] ?? null;
  return { text, encoding: encoding.replace(/^windows/, 'Windows'), guessed: true, example, notes: [] };
}
