import type { Locale } from '~/lib/paraglide/runtime.js';
import type { CompiledCategory } from '~/sharing/compile-policy.server';
import type { Purpose, Relation } from '~/sharing/policy-schema';
import { readRetention } from '~/sharing/retention';
import { said, wordsFor } from './catalogue.server';
import { ownerOf } from './wording.server';

export const purposeLabel = (purpose: Purpose, locale: Locale): string => said(`privacy_purpose_${purpose}`, locale);

/** Purposes as a list within a sentence. */
export const purposesText = (purposes: readonly Purpose[], locale: Locale): string =>
  new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale).format(
    purposes.map((purpose) => purposeLabel(purpose, locale)),
  );

export const relationSentence = (relation: Relation, locale: Locale): string =>
  said(`privacy_relation_${relation}`, locale);

export const basisLabel = (basis: CompiledCategory['basis'], locale: Locale): string =>
  said(`privacy_basis_${basis}`, locale);

/** An outside service by its name; one the catalogue does not know by the name the policy gives it. */
export const recipientLabel = (recipient: string, locale: Locale): string =>
  wordsFor(`privacy_recipient_${recipient}`, locale) ?? recipient;

/** How long something is kept, to follow "kept": "for as long as you have an account, and for 30 days after that." */
export function retentionPhrase(retention: string, locale: Locale): string {
  const { after, days } = readRetention(retention);
  return said(`privacy_retention_${after ?? 'days'}`, locale, { days });
}

/** Whom a category is shown to, in one sentence and one more for each relation. */
export function shareSentences(category: CompiledCategory, locale: Locale): string {
  return [
    shareSentence(category, locale),
    ...category.relations.map((relation) => relationSentence(relation, locale)),
  ].join(' ');
}

function shareSentence(category: CompiledCategory, locale: Locale): string {
  const { ceiling, default: proposed } = category;
  const owner = ownerOf(category);
  if (ceiling === 'self') return said(`privacy_share_${owner}_closed`, locale);
  const widest = said(`privacy_to_${ceiling}`, locale);
  if (proposed === 'self') return said(`privacy_share_${owner}_from_self`, locale, { widest });
  if (proposed === ceiling) return said(`privacy_share_${owner}_to_ceiling`, locale, { widest });
  return said(`privacy_share_${owner}_between`, locale, { widest, proposed: said(`privacy_to_${proposed}`, locale) });
}
