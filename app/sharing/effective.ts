import { type Audience, narrower, reaches } from '~/lib/audience';
import type { Standing } from '~/lib/standing';

interface Rule {
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
 * Who sees a field of a person: nobody else before they agreed to it, and never beyond the policy's ceiling or what the
 * standing allows. Whoever was written down by somebody else and not asked yet is seen by stewards, who look after that,
 * and by nobody else, whatever was agreed to.
 * @param rule the category that covers the field; without one it is denied
 * @param granted how widely they agreed to it
 */
export function effectiveForPerson(
  rule: Rule | undefined,
  granted: Audience | undefined,
  standing: Standing,
): Audience {
  if (!rule) return 'self';
  if (standing === 'imported') return narrower('steward', rule.ceiling);
  return granted ? narrower(narrower(granted, rule.ceiling), STANDING_LIMIT[standing]) : 'self';
}

/** Who sees a field of a group: the policy's default until a lead saves otherwise. */
export function effectiveForGroup(rule: Rule | undefined, granted: Audience | undefined): Audience {
  if (!rule) return 'self';
  return narrower(granted ?? rule.default, rule.ceiling);
}

export const isShown = (effective: Audience, reader: Audience): boolean =>
  reader !== 'self' && reaches(effective, reader);
