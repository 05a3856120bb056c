import { sql } from 'drizzle-orm';
import { command, type Unit } from './command.server';
import { BY_FIELD, type Grain, grainOf, mayCount, published } from './statistics';

type StatisticName = 'members' | keyof typeof BY_FIELD;

/** Members who do not object to being counted. */
const COUNTED = sql`core.people s left join proj_steward.people p on p.person_id = s.id
  where s.standing = 'member' and not exists (
    select from core.objections o where o.person_id = s.id and o.purpose = 'statistics')`;

// A field counts for those who let anybody see it, as their projections say.
const CELLS: Record<StatisticName, ReturnType<typeof sql>> = {
  members: sql`select '' as cell, count(*)::int as counted from ${COUNTED}`,
  members_by_country: sql`select p.country::text as cell, count(*)::int as counted from ${COUNTED} and p.country is not null group by 1`,
  members_by_region: sql`select p.region_key as cell, count(*)::int as counted from ${COUNTED} and p.region_key is not null group by 1`,
  members_by_topic: sql`select t::text as cell, count(*)::int as counted
    from (select unnest(p.interest_ids) as t from ${COUNTED}) i group by 1`,
};

const dayOf = (now: Date) => now.toISOString().slice(0, 10);

/** Counts one statistic anew and keeps of it what is published. */
async function take({ db }: Unit, name: StatisticName, grain: Grain, day: string): Promise<void> {
  const stored = await db.execute<{ cell: string; value: number | null; step: number }>(
    sql`select cell, value, step from ref.statistics where name = ${name}`,
  );
  const before = new Map(stored.filter(({ step }) => step === grain.step).map(({ cell, value }) => [cell, value]));
  const counted = await db.execute<{ cell: string; counted: number }>(CELLS[name]);
  const rows = counted
    .map(({ cell, counted }) => ({ cell, value: published(counted, grain, before.get(cell) ?? null) }))
    // That there is somebody at all in a cell is told of the whole only.
    .filter(({ cell, value }) => cell === '' || value !== null);
  await db.execute(sql`delete from ref.statistics where name = ${name}`);
  await db.execute(sql`
    insert into ref.statistics (name, cell, value, least, step, counted_on)
    select ${name}, r.cell, r.value, ${grain.least}::int, ${grain.step}::int, ${day}::date
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(cell text, value int)`);
}

/**
 * Counts the members once a day, for a policy's numbers of that day: two looks at a page on one day see the same. A policy
 * with another minimum or rounding is followed at once.
 */
export function takeStatistics(now = new Date()): Promise<void> {
  const day = dayOf(now);
  return command(async (unit) => {
    const grain = grainOf(unit.policy.statistics);
    await unit.db.execute(sql`select pg_advisory_xact_lock(hashtext('commonweave statistics'))`);
    const done = await unit.db.execute(sql`
      select from ref.statistics where name = 'members' and counted_on = ${day}::date and step = ${grain.step} and least = ${grain.least}`);
    if (done.length > 0) return;
    await take(unit, 'members', grain, day);
    for (const name of Object.keys(BY_FIELD) as (keyof typeof BY_FIELD)[]) {
      if (mayCount(unit.policy, name)) await take(unit, name, grain, day);
      else await unit.db.execute(sql`delete from ref.statistics where name = ${name}`);
    }
  });
}
