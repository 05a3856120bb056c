import type { Locale } from '~/lib/paraglide/runtime.js';
import { comparePolicies, compareStatistics, type FieldsChange } from '~/sharing/compare-policies';
import type { CompiledPolicy } from '~/sharing/compile-policy.server';
import { REGISTRY } from '~/sharing/registry';
import { isAsked } from '~/sharing/widened';
import { changeSentence, statisticsSentence } from './change-wording.server';
import { categoryLabel } from './wording.server';

/** What another version says differently, in sentences of one language. */
export interface PolicyDifference {
  /** Who may see, find, use or keep more. It holds for nobody's data before they agree. */
  wider: string[];
  /** What is allowed no longer. It holds at once. */
  narrower: string[];
  /** What changes for nobody: other proposals in forms. */
  other: string[];
  /** Short names of the categories for which whoever shares something is asked again. */
  asked: string[];
}

const isOther = ({ change, widens, subject }: FieldsChange) =>
  !widens && subject === 'person' && change.kind === 'default';

/** Compares two versions of the policy as a person would tell it. */
export function policyDifference(before: CompiledPolicy, after: CompiledPolicy, locale: Locale): PolicyDifference {
  const changes = comparePolicies(before, after, REGISTRY);
  const numbers = compareStatistics(before, after);
  const sentences = (which: (change: FieldsChange) => boolean) =>
    changes.filter(which).flatMap((change) => changeSentence(change, locale) ?? []);
  const said = (widens: boolean) =>
    numbers.filter((each) => each.widens === widens).map((each) => statisticsSentence(each, locale));
  const widened = new Set(changes.filter(isAsked).map(({ category }) => category));
  return {
    wider: [...sentences(({ widens }) => widens), ...said(true)],
    narrower: [...sentences((change) => !change.widens && !isOther(change)), ...said(false)],
    other: sentences(isOther),
    asked: after.categories
      .filter(({ name, subject }) => widened.has(name) && (subject === 'person' || subject === 'group'))
      .map((category) => categoryLabel(category, locale)),
  };
}
