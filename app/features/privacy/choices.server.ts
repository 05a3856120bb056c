import { type Audience, narrower, upTo } from '~/lib/audience';
import type { Locale } from '~/lib/paraglide/runtime.js';
import type { CompiledCategory, CompiledPolicy } from '~/sharing/compile-policy.server';
import { REGISTRY } from '~/sharing/registry';
import { said } from './catalogue.server';
import { purposesText } from './terms.server';
import { themeOf } from './themes';
import { audienceLabel, categoryLabel, choiceSha256, ownerOf, wordsShown } from './wording.server';

export type ChoiceSubject = 'person' | 'group';

/** What stands saved for a category of the policy in force. */
export interface SavedChoice {
  audience: Audience;
  createdAt: Date;
}

/** Fields of the registry that no form of the hub asks for yet. */
const NOT_GATHERED = new Set(['person.photo', 'person.circles']);
const PROJECTED = new Set(REGISTRY.filter((each) => each.projected).map((each) => `${each.subject}.${each.name}`));

const someField = (category: CompiledCategory, holds: (field: string) => boolean) =>
  category.fields.some((field) => holds(`${category.subject}.${field}`));

/** Categories of a subject that hold something the hub gathers today. */
export const gathered = (policy: CompiledPolicy, subject: ChoiceSubject) =>
  policy.categories.filter(
    (category) => category.subject === subject && someField(category, (field) => !NOT_GATHERED.has(field)),
  );

/** Those of them that leave something to choose. */
export const choosable = (policy: CompiledPolicy, subject: ChoiceSubject) =>
  gathered(policy, subject).filter((category) => category.ceiling !== 'self');

/** Who really sees a category now: nobody else while no page shows any of its fields. */
export const seenNow = (category: CompiledCategory, effective: Audience): Audience =>
  someField(category, (field) => PROJECTED.has(field)) ? effective : 'self';

/** What stands chosen in a form: what is saved, the policy's proposal before, and neither beyond the ceiling. */
export const proposed = ({ ceiling, default: proposal }: CompiledCategory, saved: Audience | undefined): Audience =>
  narrower(saved ?? proposal, ceiling);

/** One category as the settings show it: who sees it, what may be chosen, what stands chosen. */
export function describeChoice(
  category: CompiledCategory,
  state: { grant: SavedChoice | undefined; effective: Audience },
  locale: Locale,
) {
  const audiences = upTo(category.ceiling);
  const now = seenNow(category, state.effective);
  return {
    name: category.name,
    label: categoryLabel(category, locale),
    fixed: category.ceiling === 'self',
    purposes: said('privacy_choice_for', locale, { purposes: purposesText(category.purposes, locale) }),
    widest: said('privacy_choice_widest', locale, {
      audience: audienceLabel(category.ceiling, ownerOf(category), locale),
    }),
    theme: themeOf(category),
    now,
    nowLabel: audienceLabel(now, ownerOf(category), locale),
    nowSentence: wordsShown(category, now, locale),
    shownSomewhere: someField(category, (field) => PROJECTED.has(field)),
    savedOn: state.grant?.createdAt.toISOString() ?? null,
    saved: state.grant?.audience ?? null,
    chosen: proposed(category, state.grant?.audience),
    options: audiences.map((audience) => ({ audience, words: wordsShown(category, audience, locale) })),
    wordsSha256: choiceSha256(category, audiences, locale),
  };
}
export type ChoiceView = ReturnType<typeof describeChoice>;
