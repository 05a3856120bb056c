import { type Audience, narrower, reaches } from '~/lib/audience';
import type { Standing } from '~/lib/standing';

/** What one subject saved, by category. */
export type Grants = ReadonlyMap<string, Audience>;

interface Rule {
  name: string;
  ceiling: Audience;
  default: Audience;
}

/** The widest audience a person's standing lets anything of theirs reach. */
const STANDING_LIMIT: Record<Exclude<Standing, 'imported'>, Audience> = {
  newcomer: 'weaver',
  member: 'public',
  hidden: 'self',
  held: 'self',
};

/**
 * Who sees a category of a person: nothing before a first save, never beyond the policy's ceiling or what the standing
 * allows. Whoever was written down by somebody else and not asked yet is seen by stewards, who look after that, and by
 * nobody else, whatever stands in the grants.
 */
export function effectiveForPerson(rule: Rule | undefined, grants: Grants, standing: Standing): Audience {
  if (!rule) return 'self';
  if (standing === 'imported') return narrower('steward', rule.ceiling);
  const granted = grants.get(rule.name);
  return granted ? narrower(narrower(granted, rule.ceiling), STANDING_LIMIT[standing]) : 'self';
}

/** Who sees a category of a group: the policy's default until a lead saves otherwise. */
export function effectiveForGroup(rule: Rule | undefined, grants: Grants): Audience {
  if (!rule) return 'self';
  return narrower(grants.get(rule.name) ?? rule.default, rule.ceiling);
}

export const isShown = (effective: Audience, reader: Audience): boolean =>
  reader !== 'self' && reaches(effective, reader);
