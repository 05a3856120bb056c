import { type Audience, narrower, reaches } from '~/lib/audience';
import type { CompiledPolicy } from './compile-policy.server';

/** What was saved for one category, and under which policy. */
export interface SavedGrant {
  category: string;
  audience: Audience;
  policySha256: string;
}

/** How widely each field of one subject may be shown, by the field's name. What is missing was never chosen. */
export type Consents = ReadonlyMap<string, Audience>;

/** The policies that were in force so far, oldest first; the last one is in force now. */
export type PolicyHistory = readonly (CompiledPolicy & { publishedAt: Date })[];

type ChoosingSubject = 'person' | 'group';

/** What a grant is kept under once its category came to hold other fields: it goes on standing for those it was given for. */
export const supersededName = (category: string, version: number): string => `${category}@${version}`;
/** The category that a grant's name is of. */
export const categoryOf = (name: string) => name.split('@')[0] as string;

/** The narrowest that the policies from the one at `since` on put on a field; `start` if none of them narrows it. */
function narrowed(
  history: PolicyHistory,
  since: number,
  start: Audience,
  limit: (policy: CompiledPolicy) => Audience | undefined,
): Audience {
  let audience = start;
  for (let at = since; at < history.length; at += 1)
    audience = narrower(audience, limit(history[at] as CompiledPolicy) ?? 'self');
  return audience;
}

/** For each field the newest grant that was given for it, and the place of its policy in the history. */
export function chosenFor<G extends SavedGrant>(
  history: PolicyHistory,
  subject: ChoosingSubject,
  grants: readonly G[],
): Map<string, { since: number; grant: G }> {
  const found = new Map<string, { since: number; grant: G }>();
  for (const grant of grants) {
    const since = history.findIndex(({ sha256 }) => sha256 === grant.policySha256);
    const given = history[since]?.category(categoryOf(grant.category));
    if (given?.subject !== subject) continue;
    for (const field of given.fields) if ((found.get(field)?.since ?? -1) < since) found.set(field, { since, grant });
  }
  return found;
}

/**
 * What a subject's saved grants allow today. A grant stands for the fields its category held in the policy it was saved
 * under, never beyond a ceiling of that policy or of any since: whatever a newer policy regroups or widens, nobody sees
 * more before the subject chooses again. A grant under a policy that never was in force stands for nothing.
 */
export function consentsOf(
  history: PolicyHistory,
  subject: ChoosingSubject,
  grants: readonly SavedGrant[],
): Map<string, Audience> {
  return new Map(
    [...chosenFor(history, subject, grants)].map(([field, { since, grant }]) => [
      field,
      narrowed(history, since, grant.audience, (policy) => policy.categoryOf(subject, field)?.ceiling),
    ]),
  );
}

/** Place of the policy that was in force at a time; of the first one before that. */
export const inForceAt = (history: PolicyHistory, at: Date): number =>
  Math.max(
    0,
    history.findLastIndex(({ publishedAt }) => publishedAt <= at),
  );

/** The narrowest default of each field of groups since a group came: what it shows before its leads choose. */
export function defaultsSince(history: PolicyHistory, createdAt: Date): Map<string, Audience> {
  const since = inForceAt(history, createdAt);
  const fields = (history.at(-1)?.categories ?? []).flatMap((each) => (each.subject === 'group' ? each.fields : []));
  return new Map(
    fields.map((field) => [
      field,
      narrowed(history, since, 'public', (policy) => policy.categoryOf('group', field)?.default),
    ]),
  );
}

/** How widely each field of a group may be shown: what its leads chose, else what the policies propose since it came. */
export const consentsOfGroup = (
  history: PolicyHistory,
  createdAt: Date,
  grants: readonly SavedGrant[],
): Map<string, Audience> => new Map([...defaultsSince(history, createdAt), ...consentsOf(history, 'group', grants)]);

/** The widest that any of these fields may be shown; undefined where nothing was chosen for any of them. */
export function widestOf(fields: readonly string[], consents: Consents): Audience | undefined {
  const chosen = fields.flatMap((field) => consents.get(field) ?? []);
  return chosen.reduce<Audience | undefined>(
    (widest, each) => (widest && reaches(widest, each) ? widest : each),
    undefined,
  );
}
