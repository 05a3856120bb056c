import { sql } from 'drizzle-orm';
import { policyDrafts } from '#db/schema/sharing';
import type { Unit } from '~/sharing/command.server';
import { withVersion } from './draft-text.server';
import { withUncovered } from './uncovered.server';

/** The text that may become the next policy: what stewards wrote, or what they would begin with. */
export interface PolicyDraft {
  document: string;
  /** Whether anybody has written on it. */
  stored: boolean;
  /** Whether another policy came into force since it was begun. */
  stale: boolean;
  /** ISO 8601; null for one that nobody has written on. */
  updatedAt: string | null;
}

type Within = Pick<Unit, 'db' | 'policy'>;

/**
 * The draft. Where there is none: the policy in force with the next number, and with what this version of the software
 * gathers and it does not cover yet.
 * @param hold lets nobody else change it until the transaction ends
 */
export async function draftOf({ db, policy }: Within, { hold = false } = {}): Promise<PolicyDraft> {
  if (hold) await db.execute(sql`select pg_advisory_xact_lock(hashtext('commonweave policy draft'))`);
  const [draft] = await db.select().from(policyDrafts);
  if (draft) {
    const { document, basedOn, updatedAt } = draft;
    return { document, stored: true, stale: basedOn !== policy.sha256, updatedAt: updatedAt.toISOString() };
  }
  return { document: await firstDraft({ db, policy }), stored: false, stale: false, updatedAt: null };
}

/** What a draft begins with. */
export async function firstDraft({ db, policy }: Within): Promise<string> {
  const [row] = await db.execute<{ document: string }>(sql`select document from ref.policies where in_force`);
  return withUncovered(withVersion(row?.document ?? '', policy.version + 1));
}

/** Keeps a draft, faults and all. What it was begun on is kept with its first text. */
export async function keepDraft({ db, policy }: Within, document: string): Promise<void> {
  const changed = { document, updatedAt: new Date() };
  await db
    .insert(policyDrafts)
    .values({ ...changed, basedOn: policy.sha256 })
    .onConflictDoUpdate({ target: policyDrafts.id, set: changed });
}

/** Makes a draft that was overtaken by another policy the one that follows that. */
export async function takeUpDraft({ db, policy }: Within, document: string): Promise<void> {
  await db
    .update(policyDrafts)
    .set({ document: withVersion(document, policy.version + 1), basedOn: policy.sha256, updatedAt: new Date() });
}

export const discardDraft = ({ db }: Pick<Within, 'db'>): Promise<unknown> => db.delete(policyDrafts);
