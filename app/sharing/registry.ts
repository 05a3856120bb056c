export type Subject = 'person' | 'group' | 'tie' | 'event' | 'introduction' | 'block' | 'disclosure' | 'account';

export interface RegistryField {
  subject: Subject;
  name: string;
  type: 'text' | 'terms' | 'links' | 'place' | 'month' | 'flag' | 'relation' | 'file';
  /** Column of the projection tables that holds it for an audience it reaches; null while nothing shows it yet. */
  projected: string | null;
}

const field = (
  subject: Subject,
  name: string,
  type: RegistryField['type'],
  projected: string | null = null,
): RegistryField => ({
  subject,
  name,
  type,
  projected,
});

/**
 * Every personal field of every subject. A policy groups these into categories and may name nothing else.
 * Fields of features to come stand here from the start, so that the first policy already speaks of them.
 */
export const REGISTRY: readonly RegistryField[] = [
  field('person', 'name', 'text', 'name'),
  field('person', 'alias', 'text', 'name'),
  field('person', 'pronouns', 'text', 'pronouns'),
  field('person', 'headline', 'text', 'headline'),
  field('person', 'bio', 'text', 'bio'),
  field('person', 'links', 'links', 'links'),
  field('person', 'photo', 'file'),
  field('person', 'position', 'relation', 'positions'),
  field('person', 'network_role', 'terms', 'network_roles'),
  field('person', 'interests', 'terms', 'interest_ids'),
  field('person', 'skills', 'terms', 'skill_ids'),
  field('person', 'learning', 'terms', 'learn_ids'),
  field('person', 'languages', 'terms', 'language_codes'),
  field('person', 'region', 'place', 'region_key'),
  field('person', 'town', 'place', 'town_id'),
  field('person', 'exact_place', 'text'),
  field('person', 'email', 'text', 'contact_email'),
  field('person', 'phone', 'text', 'contact_phone'),
  field('person', 'contact_handle', 'text', 'contact_handle'),
  field('person', 'circles', 'relation'),
  field('person', 'signature', 'relation', 'signatures'),
  field('person', 'joined', 'month', 'joined_month'),
  field('person', 'last_confirmed', 'month', 'last_confirmed_month'),
  field('person', 'identity', 'text'),
  field('person', 'needs', 'text', 'needs'),
  field('person', 'weaving', 'flag', 'weaving'),
  field('group', 'name', 'text', 'name'),
  field('group', 'abbreviation', 'text', 'abbreviation'),
  field('group', 'purpose', 'text', 'purpose'),
  field('group', 'activities', 'text', 'activities'),
  field('group', 'topics', 'terms', 'interest_ids'),
  field('group', 'town', 'place', 'town_id'),
  field('group', 'website', 'links', 'website'),
  field('group', 'links', 'links', 'links'),
  field('group', 'leads', 'relation', 'positions'),
  field('group', 'email', 'text', 'email'),
  field('group', 'street_address', 'text', 'street_address'),
  field('tie', 'basis', 'text'),
  field('event', 'street', 'text'),
  field('event', 'online_link', 'text'),
  field('event', 'guests', 'relation'),
  field('event', 'needs', 'text'),
  field('introduction', 'state', 'relation'),
  field('block', 'pair', 'relation'),
  field('disclosure', 'entry', 'relation'),
  field('account', 'address', 'text'),
];
