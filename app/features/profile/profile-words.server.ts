import { many, one } from '~/features/directory/edit-form';
import { linksText } from '~/features/directory/group-form-words.server';
import type { FormValues } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { PROFILE_LIMITS } from './profile.schema';
import { FLAGS } from './profile-form';

const LABELS = {
  name: m.profile_name,
  alias: m.profile_alias,
  aliasOnly: m.profile_alias_only,
  pronouns: m.profile_pronouns,
  headline: m.profile_headline,
  bio: m.profile_bio,
  links: m.profile_links,
  networkRoles: m.profile_roles,
  interests: m.profile_interests,
  skills: m.profile_skills,
  learning: m.profile_learning,
  languages: m.profile_languages,
  place: m.profile_place,
  exactPlace: m.profile_exact_place,
  contactEmail: m.profile_contact_email,
  contactPhone: m.profile_contact_phone,
  contactHandle: m.profile_contact_handle,
  identity: m.profile_identity,
  needs: m.profile_needs,
  weaving: m.profile_weaving,
  offMap: m.profile_off_map,
  notIndexed: m.profile_not_indexed,
};

const MAX: Record<string, number> = {
  ...PROFILE_LIMITS,
  alias: PROFILE_LIMITS.name,
  place: 200,
  links: PROFILE_LIMITS.link,
  contactEmail: PROFILE_LIMITS.contact,
  contactPhone: PROFILE_LIMITS.phone,
  contactHandle: PROFILE_LIMITS.contact,
};

/** What the fields of the profile form are called and how long they may be. */
export const profileWording = (locale: Locale) => ({
  label: (field: string): string => LABELS[field as keyof typeof LABELS]?.({}, { locale }) ?? '',
  max: (field: string): number => MAX[field] ?? 0,
});

/** Labels of what can be picked from a list, by field. */
export type Options = Record<'interests' | 'skills' | 'learning' | 'languages' | 'networkRoles', Option[]>;
type Option = { value: string; label: string };

/** A field's value as a reader compares it. */
export function profileFieldText(field: string, values: FormValues, options: Options, locale: Locale): string {
  if (field === 'links') return linksText(values);
  if (FLAGS.some((flag) => flag === field)) return (one(values, field) ? m.profile_yes : m.profile_no)({}, { locale });
  const list = options[field as keyof Options];
  if (!list) return one(values, field);
  const chosen = new Set(many(values, field));
  return list.flatMap(({ value, label }) => (chosen.has(value) ? [label] : [])).join(', ');
}
