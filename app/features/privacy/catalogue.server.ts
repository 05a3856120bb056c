import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';

type Message = (inputs: Record<string, unknown>, options: { locale: Locale }) => string;
const messages = m as unknown as Record<string, Message | undefined>;

/** The message of a key put together from a policy's terms, or undefined where there is none. */
export const wordsFor = (key: string, locale: Locale, inputs: Record<string, unknown> = {}): string | undefined =>
  Object.hasOwn(messages, key) ? messages[key]?.(inputs, { locale }) : undefined;

/**
 * Like {@link wordsFor} for terms from a closed set.
 * @throws Error for a key that is in no catalogue
 */
export function said(key: string, locale: Locale, inputs: Record<string, unknown> = {}): string {
  const text = wordsFor(key, locale, inputs);
  if (text === undefined) throw new Error(`There is no message ${key}.`);
  return text;
}
