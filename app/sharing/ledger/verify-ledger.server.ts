import { sql } from 'drizzle-orm';
import { command } from '../command.server';
import { type ChainedRecord, firstBroken } from './chain';
import { STANDING, STANDING_RELATIONS } from './replay.server';

/** What is wrong with the ledger. */
export interface LedgerDamage {
  /** Number of the first record that was changed, taken out or put in. */
  broken: number | null;
  /** Choices that stand without their record. */
  unrecorded: number;
  /** Records of choices that do not stand. */
  unkept: number;
  /** Choices that stand otherwise than their last record says. */
  differing: number;
}

const AT_ONCE = 5000;

/** Follows the chain from its beginning, and plays it back: what it says has to be what stands. */
export const verifyLedger = (): Promise<LedgerDamage> =>
  command(async ({ db }) => {
    await db.execute(sql`select set_config('statement_timeout', '0', true)`);
    const [found] = await db.execute<Omit<LedgerDamage, 'broken'> & Record<string, unknown>>(sql`
      select count(*) filter (where not recorded)::int as unrecorded, count(*) filter (where not kept)::int as unkept,
        count(*) filter (where recorded and kept and differs)::int as differing
      from (
        select s.category is not null as recorded, g.category is not null as kept,
          (g.audience, g.policy_sha256, g.words_sha256) <> (s.audience, s.policy_sha256, s.words_sha256) as differs
        from core.sharing_grants g
        full join (${STANDING}) s on s.subject_id = g.subject_id and s.category = g.category
        union all
        select s.category is not null, g.category is not null, g.words_sha256 <> s.words_sha256
        from core.relation_grants g
        full join (${STANDING_RELATIONS}) s on s.subject_id = g.subject_id and s.category = g.category
          and s.relation = g.relation and s.policy_sha256 = g.policy_sha256
      ) compared`);
    let last: ChainedRecord | null = null;
    for (;;) {
      const after: number = last?.seq ?? 0;
      const rows = await db.execute<ChainedRecord & Record<string, unknown>>(sql`
        select seq::int as seq, id, at, subject_key as "subjectKey", actor_key as "actorKey", category, audience, relation,
          purposes, policy_sha256 as "policySha256", words_sha256 as "wordsSha256", event, method,
          previous_hash as "previousHash", hash
        from core.consents where seq > ${after} order by seq limit ${AT_ONCE}`);
      const records = rows.map((row): ChainedRecord => ({ ...row, at: new Date(row.at).toISOString() }));
      const broken = firstBroken(records, last);
      last = records.at(-1) ?? null;
      if (broken !== null || !last || records.length < AT_ONCE)
        return { broken, unrecorded: 0, unkept: 0, differing: 0, ...found };
    }
  });

export const isSound = ({ broken, unrecorded, unkept, differing }: LedgerDamage): boolean =>
  broken === null && unrecorded + unkept + differing === 0;
