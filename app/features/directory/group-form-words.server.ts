import type { FormValues } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { many, one } from './edit-form';
import { GROUP_LIMITS } from './groups.schema';

const LABELS = {
  name: m.profile_group_name,
  abbreviation: m.profile_group_abbreviation,
  purpose: m.profile_group_purpose,
  activities: m.profile_group_activities,
  website: m.profile_group_website,
  links: m.profile_group_links,
  topics: m.profile_group_topics,
  place: m.profile_group_place,
  email: m.profile_group_email,
  streetAddress: m.profile_group_street_address,
};

const MAX: Record<string, number> = { ...GROUP_LIMITS, place: GROUP_LIMITS.placeText, links: GROUP_LIMITS.link };

/** What the fields of the group form are called and how long they may be. */
export const groupWording = (locale: Locale) => ({
  label: (field: string): string => LABELS[field as keyof typeof LABELS]?.({}, { locale }) ?? '',
  max: (field: string): number => MAX[field] ?? 0,
});

/** Links as lines of text. */
export const linksText = (values: FormValues): string =>
  many(values, 'linkUrl')
    .map((url, at) => [many(values, 'linkLabel')[at], url].filter(Boolean).join(': '))
    .filter(Boolean)
    .join('\n');

/** A field's value as a reader compares it. */
export function groupFieldText(
  field: string,
  values: FormValues,
  topics: readonly { value: string; label: string }[],
): string {
  if (field === 'links') return linksText(values);
  if (field !== 'topics') return one(values, field);
  const chosen = new Set(many(values, 'topics'));
  return topics.flatMap(({ value, label }) => (chosen.has(value) ? [label] : [])).join(', ');
}
