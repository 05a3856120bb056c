import { sql } from 'drizzle-orm';
import type { Audience } from '~/lib/audience';
import type { Unit } from '../command.server';
import { categoryOf } from '../consents';
import { appendConsents, type ConsentEntry } from './append.server';
import { STANDING } from './replay.server';

interface Row extends Record<string, unknown> {
  subject: 'person' | 'group';
  id: string;
  givenBy: string | null;
  category: string;
  audience: Audience;
  policySha256: string;
  wordsSha256: string;
  at: string;
}

/**
 * Enters choices that stand without a record into the ledger, one record each, dated as they were saved.
 * @returns how many
 */
export async function carryOver(unit: Unit): Promise<number> {
  const rows = await unit.db.execute<Row>(sql`
    select g.subject, g.subject_id as id, g.given_by as "givenBy", g.category, g.audience,
      g.policy_sha256 as "policySha256", g.words_sha256 as "wordsSha256", to_json(g.created_at) #>> '{}' as at
    from core.sharing_grants g left join (${STANDING}) s on s.subject_id = g.subject_id and s.category = g.category
    where s.category is null order by g.created_at, g.subject_id, g.category`);
  const entries = rows.map(({ subject, id, givenBy, at, ...row }): ConsentEntry => {
    const policy = unit.policy.history.find(({ sha256 }) => sha256 === row.policySha256);
    const event = row.audience === 'self' ? 'withdrawn' : 'given';
    const purposes = policy?.category(categoryOf(row.category))?.purposes ?? [];
    const who = { subject: { kind: subject, id }, actorId: givenBy, at: new Date(at) };
    return { ...row, ...who, purposes, event, method: 'carried_over' };
  });
  await appendConsents(unit.db, entries);
  return entries.length;
}

/** The same on a hub whose ledger has no record yet, as after an upgrade: a later gap is for `verify` to find. */
export async function carryOverOnce(unit: Unit): Promise<number> {
  const begun = await unit.db.execute(sql`select from core.consents limit 1`);
  return begun.length > 0 ? 0 : carryOver(unit);
}
