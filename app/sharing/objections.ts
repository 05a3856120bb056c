import type { CompiledPolicy } from './compile-policy.server';
import type { Purpose } from './policy-schema';

/**
 * Purposes a person may say no to. Not safety: what keeps others from harm is no member's to switch off. Not the logistics
 * of an event: whoever does not want that stays away from it.
 */
export const OBJECTABLE = ['directory', 'map', 'introductions', 'alerts', 'statistics'] as const satisfies Purpose[];
export type Objectable = (typeof OBJECTABLE)[number];

export const isObjectable = (purpose: string): purpose is Objectable =>
  (OBJECTABLE as readonly string[]).includes(purpose);

/** Whether a person's objections leave a field any purpose; a field that no category covers has none. */
export function serves(policy: CompiledPolicy | undefined, field: string, objections: readonly string[]): boolean {
  const category = policy?.categoryOf('person', field);
  return category?.purposes.some((purpose) => !objections.includes(purpose)) ?? false;
}

/**
 * What a person's consents, or what they opened to relations, come to once they object to purposes: a field none of whose purposes remain is shown to nobody,
 * as if they had never chosen it. Takes away only, so that an objection never adds anything.
 */
export function withoutObjected<T>(
  policy: CompiledPolicy | undefined,
  consents: ReadonlyMap<string, T>,
  objections: readonly string[],
): ReadonlyMap<string, T> {
  if (objections.length === 0) return consents;
  return new Map([...consents].filter(([field]) => serves(policy, field, objections)));
}
