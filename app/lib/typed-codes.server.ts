import { randomBytes } from 'node:crypto';

/** Letters and digits that nobody takes for one another: 31, so that eight of them are one of 850 thousand million. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 8;

/** A code to be typed by hand, such as `k7mq-3xwa`, from at least 8 bytes of a hash or of chance. */
export function codeFrom(bytes: Uint8Array): string {
  let number = Buffer.from(bytes.subarray(0, 8)).readBigUInt64BE();
  let code = '';
  for (let at = 0; at < LENGTH; at += 1) {
    code += LETTERS[Number(number % BigInt(LETTERS.length))];
    number /= BigInt(LETTERS.length);
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

export const randomCode = (): string => codeFrom(randomBytes(8));

/** A code as it counts: without blanks, dashes and capitals. */
export const plainCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 40);
