import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';

/** What may be wrong with a policy document, in words. */
const WORDS = {
  no_block: m.policy_fault_no_block,
  too_long: m.policy_fault_too_long,
  version: m.policy_fault_version,
  effective: m.policy_fault_effective,
  default_wider: m.policy_fault_default_wider,
  no_field: m.policy_fault_no_field,
  field_twice: m.policy_fault_field_twice,
  period: m.policy_fault_period,
  recipient_category: m.policy_fault_recipient_category,
  uncovered: m.policy_fault_uncovered,
  no_english: m.policy_fault_no_english,
  never_said: m.policy_fault_never_said,
  stands_for_nothing: m.policy_fault_stands_for_nothing,
  no_category: m.policy_fault_no_category,
  by_hand: m.policy_fault_by_hand,
  recipient_unlisted: m.policy_fault_recipient_unlisted,
} as const;

export type FaultKey = keyof typeof WORDS;
export type FaultParams = Readonly<Record<string, string | number>>;

/** A fault in a language; without one in that of the request. */
export const faultWords = (key: FaultKey, params: FaultParams, locale?: Locale): string =>
  (WORDS[key] as (params: FaultParams, options?: { locale: Locale }) => string)(params, locale && { locale });

/** What a fault is called by and, for the console, what it says in English. */
export const faultOf = (key: FaultKey, params: FaultParams = {}) => ({
  said: { key, params },
  message: faultWords(key, params, 'en'),
});
