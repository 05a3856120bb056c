import { createHash } from 'node:crypto';
import type { Audience } from '~/lib/audience';
import type { Locale } from '~/lib/paraglide/runtime.js';
import type { CompiledCategory } from '~/sharing/compile-policy.server';
import { said, wordsFor } from './catalogue.server';

/** Whoever always sees a category, and decides how much wider it goes. */
export type Owner = 'you' | 'leads' | 'host';

type Described = Pick<CompiledCategory, 'name' | 'subject' | 'fields'> & Partial<Pick<CompiledCategory, 'label'>>;

export const ownerOf = ({ subject }: Pick<Described, 'subject'>): Owner =>
  subject === 'group' || subject === 'tie' ? 'leads' : subject === 'event' ? 'host' : 'you';

/** What a category holds, as the object of a sentence: "your name or alias and your pronouns". */
export function whatOf({ subject, fields }: Pick<Described, 'subject' | 'fields'>, locale: Locale): string {
  // An alias is told of together with the name it stands for.
  const told = fields.filter((field) => field !== 'alias' || !fields.includes('name'));
  const pieces = told.map((field) => said(`privacy_field_${subject}_${field}`, locale));
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' }).format(pieces);
}

/** A category's short name: the network's word for it, or the hub's, or what it holds where there is neither. */
export const categoryLabel = (category: Described, locale: Locale): string =>
  category.label?.[locale] ??
  category.label?.en ??
  wordsFor(`privacy_label_${category.name.replace('.', '_')}`, locale) ??
  sentenceCase(whatOf(category, locale));

const sentenceCase = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** An audience as it stands in a table: "Members of this network". */
export const audienceLabel = (audience: Audience, owner: Owner, locale: Locale): string =>
  said(audience === 'self' ? `privacy_audience_${owner}_self` : `privacy_audience_${audience}`, locale);

/** The exact sentence a person reads beside a choice: "Members of this network see your town." */
export function wordsShown(category: Described, audience: Audience, locale: Locale): string {
  const wide = audience === 'member' || audience === 'public';
  const key = wide ? `privacy_sees_${audience}` : `privacy_sees_${ownerOf(category)}_${audience}`;
  return said(key, locale, { what: whatOf(category, locale) });
}

/** The exact sentence about whether a relation opens a category: "Members of the groups you are in see your town." */
export const relationShown = (category: Described, relation: string, open: boolean, locale: Locale): string =>
  said(`relations_${open ? 'opens' : 'closes'}_${relation}`, locale, { what: whatOf(category, locale) });

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** SHA-256 of {@link wordsShown}: kept with a grant. */
export const wordsSha256 = (category: Described, audience: Audience, locale: Locale): string =>
  sha256(wordsShown(category, audience, locale));

/** SHA-256 of {@link relationShown}: kept with what is opened or closed. */
export const relationSha256 = (category: Described, relation: string, open: boolean, locale: Locale): string =>
  sha256(relationShown(category, relation, open, locale));

/** SHA-256 of every sentence a category's choice is made among, in their order. */
export const choiceSha256 = (category: Described, audiences: readonly Audience[], locale: Locale): string =>
  sha256(audiences.map((audience) => wordsShown(category, audience, locale)).join('\n'));
