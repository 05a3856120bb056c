import { type Audience, narrower, reaches } from '~/lib/audience';
import { changesOf, type FieldsChange, keptLonger, type Terms, termsOf } from './compare-policies';
import type { CompiledCategory } from './compile-policy.server';
import {
  chosenFor,
  consentsOf,
  consentsOfGroup,
  inForceAt,
  type PolicyHistory,
  type SavedGrant,
  widestOf,
} from './consents';
import { REGISTRY } from './registry';

/** A category for which the policy in force allows more than a subject agreed to. */
export interface Widened {
  /** As the policy in force has it. */
  category: CompiledCategory;
  /** What is new in it for this subject. */
  changes: FieldsChange[];
  /** Whom it is shared with, and goes on to be if nobody agrees. */
  stands: Audience;
  /** Whom it is shared with for whoever agrees. */
  offered: Audience;
}

export interface DatedGrant extends SavedGrant {
  createdAt: Date;
}

type Whose =
  | { subject: 'person'; grants: readonly DatedGrant[] }
  | { subject: 'group'; grants: readonly DatedGrant[]; createdAt: Date };

const inBoth = <T>(one: readonly T[], other: readonly T[]) => other.filter((item) => one.includes(item));

/** What two versions both allow. */
const bothAllow = (one: Terms, other: Terms): Terms => ({
  ...other,
  ceiling: narrower(one.ceiling, other.ceiling),
  default: narrower(one.default, other.default),
  searchable: one.searchable && other.searchable,
  relations: inBoth(one.relations, other.relations),
  purposes: inBoth(one.purposes, other.purposes),
  recipients: inBoth(one.recipients, other.recipients),
  retention: keptLonger(one.retention, other.retention) ? one.retention : other.retention,
});

/** A relation that a policy newly lists opens nothing before somebody opens it to that: there is nothing to ask. */
export const isAsked = ({ widens, change }: FieldsChange): boolean => widens && change.kind !== 'relation';

const day = (date: Date) => date.toISOString().slice(0, 10);

/** From which version on a grant's own rules count: one saved before the day of what its version widens did not see that. */
function rulesFrom(history: PolicyHistory, { since, grant }: { since: number; grant: DatedGrant }): number {
  const early = since > 0 && (history[since]?.effective ?? '') > day(grant.createdAt);
  return early ? since - 1 : since;
}

/**
 * What the policy in force allows beyond what stands for a subject: what every version allowed since they chose. Asked
 * is only who shares something of a category, and about whom it is shared with only who shared it as widely as they could.
 */
export function widenedFor(history: PolicyHistory, whose: Whose): Widened[] {
  const { subject, grants } = whose;
  const chosen = chosenFor(history, subject, grants);
  const consents =
    whose.subject === 'group'
      ? consentsOfGroup(history, whose.createdAt, grants)
      : consentsOf(history, subject, grants);
  const unchosenFrom = whose.subject === 'group' ? inForceAt(history, whose.createdAt) : history.length - 1;
  return (history.at(-1)?.categories ?? []).flatMap((category): Widened[] => {
    const stands = widestOf(category.fields, consents);
    if (category.subject !== subject || category.ceiling === 'self' || !stands || stands === 'self') return [];
    const starts = category.fields.flatMap((field) => chosen.get(field) ?? []).map((each) => rulesFrom(history, each));
    const ofCategory = starts.length > 0 ? Math.max(...starts) : unchosenFrom;
    let offered: Audience = stands;
    const offer = (audience: Audience) => {
      if (reaches(audience, offered)) offered = audience;
    };
    const terms = (field: (typeof REGISTRY)[number]): [Terms, Terms] => {
      const own = chosen.get(field.name);
      const versions = history.slice(own ? rulesFrom(history, own) : ofCategory).map((each) => termsOf(each, field));
      const now = versions.at(-1) as Terms;
      const from = versions.reduce(bothAllow);
      const audience = consents.get(field.name);
      if (own && audience === from.ceiling) offer(now.ceiling);
      if (!own && audience && subject === 'group') offer(now.default);
      return [
        {
          ...from,
          ceiling: audience && (!own || audience !== from.ceiling) ? now.ceiling : from.ceiling,
          default: own ? now.default : from.default,
          basis: now.basis,
        },
        now,
      ];
    };
    const fields = REGISTRY.filter((field) => field.subject === subject && category.fields.includes(field.name));
    const changes = changesOf(fields, terms).filter(isAsked);
    return changes.length > 0 ? [{ category, changes, stands, offered }] : [];
  });
}
