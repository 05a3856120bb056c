import type { CompiledPolicy } from './compile-policy.server';
import { RETENTION } from './policy-schema';
import type { Subject } from './registry';

export interface Retention {
  /** What has to end before the days count; null counts them from when it was written. */
  after: 'account' | 'group' | 'event' | null;
  days: number;
}

/**
 * A period as policies write it.
 * @throws Error for what no policy can hold
 */
export function readRetention(text: string): Retention {
  const [, after, days] = RETENTION.exec(text) ?? [];
  if (days === undefined) throw new Error(`${text} is no period of a policy.`);
  return { after: (after as Retention['after'] | undefined) ?? null, days: Number(days) };
}

/** Days someone who asked to leave may change their mind in, where the policy keeps nothing for less. */
export const MOST_DAYS_TO_LEAVE = 14;

/**
 * Days between somebody's wish to leave and their deletion: no more than the shortest period for which the policy keeps
 * anything once an account has ended, so that every such period is kept to by one deletion.
 */
export const daysToLeave = ({ categories }: Pick<CompiledPolicy, 'categories'>): number =>
  Math.min(
    MOST_DAYS_TO_LEAVE,
    ...categories
      .map(({ retention }) => readRetention(retention))
      .filter(({ after }) => after === 'account')
      .map(({ days }) => days),
  );

/** Days for which it is kept who opened whose contact details; none where the policy does not cover it. */
export function daysNoted(policy: Pick<CompiledPolicy, 'categoryOf'> | null): number {
  const log = policy?.categoryOf('disclosure', 'entry');
  return log ? readRetention(log.retention).days : 0;
}

type Kept = { subject: string; retention: string };

const JOB = 'Periods of the policy';
const WITH_ITS_GROUP = 'at once: it goes with the row of its group';

/** What keeps to a category's period: a job by its name in the housekeeping, or why none is needed. */
export const KEPT_TO_BY: Readonly<Record<Subject, { after: Retention['after']; by: string }>> = {
  person: { after: 'account', by: JOB },
  account: { after: 'account', by: JOB },
  introduction: { after: 'account', by: JOB },
  block: { after: 'account', by: JOB },
  disclosure: { after: null, by: JOB },
  group: { after: 'group', by: WITH_ITS_GROUP },
  tie: { after: 'group', by: WITH_ITS_GROUP },
  event: { after: 'event', by: 'nothing of it is kept yet' },
};

/** How a category's period has to be written for this hub to keep to it (`90d`, `account+30d`); null where it can. */
export function unkeptPeriod({ subject, retention }: Kept): string | null {
  if (!Object.hasOwn(KEPT_TO_BY, subject)) return null;
  const { after } = KEPT_TO_BY[subject as Subject];
  if (readRetention(retention).after === after) return null;
  return after === null ? '90d' : `${after}+30d`;
}
