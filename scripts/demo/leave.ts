import { eq, sql } from 'drizzle-orm';
import { groups } from '#db/schema/groups';
import { network } from '#db/schema/network';
import { people } from '#db/schema/people';
import { erasePeople } from '~/auth/erase-people.server';
import { command, type Unit } from '~/sharing/command.server';
import { eraseGrants } from '~/sharing/grants.server';
import { uuids } from '~/sharing/load-records.server';
import { DEMO_OUTSIDE } from './concerns';
import { removeOpenings } from './contact';
import { removeImport } from './import';
import { removeBatches } from './inviting';
import { DEMO_NETWORK } from './network';

/** How many there are of each. */
export interface DemoAndReal {
  demo: { people: number; groups: number };
  real: { people: number; groups: number };
  /** What stays in any case. */
  terms: number;
  imports: number;
  /** What the network is called, and whether that is still the demo's name. */
  name: string | null;
  demoName: boolean;
  /** Whether a real person is a steward. */
  steward: boolean;
}

/** What is the demo's here and what is real: for the console, which tells it before it asks. */
export const demoAndReal = (): Promise<DemoAndReal> => command(count);

async function count({ db }: Unit): Promise<DemoAndReal> {
  const [row] = await db.execute<Record<string, number> & { name: string | null; demo: boolean; steward: boolean }>(sql`
    select (select count(*)::int from core.people where demo) as "demoPeople",
      (select count(*)::int from core.people where not demo) as "people",
      (select count(*)::int from core.groups where demo) as "demoGroups",
      (select count(*)::int from core.groups where not demo) as "groups",
      (select count(*)::int from ref.interests) + (select count(*)::int from ref.skills) as terms,
      (select count(*)::int from core.import_runs where started_by <> 'demo') as imports,
      (select name from ref.network) as name, coalesce((select demo from ref.network), false) as demo,
      exists (select from core.role_grants g join core.accounts a on a.id = g.account_id
        join core.people p on p.id = a.person_id where g.role = 'steward' and not p.demo) as steward`);
  if (!row) throw new Error('The database counts nothing.');
  return {
    demo: { people: row.demoPeople ?? 0, groups: row.demoGroups ?? 0 },
    real: { people: row.people ?? 0, groups: row.groups ?? 0 },
    terms: row.terms ?? 0,
    imports: row.imports ?? 0,
    name: row.name,
    demoName: row.demo && row.name === DEMO_NETWORK.name,
    steward: row.steward,
  };
}

/**
 * Removes everything the demo brought: people with their accounts and links, groups, mail about them. What people wrote
 * who joined the demo stays, and the vocabularies stay. All of it or, if it is broken off, nothing.
 * @returns what there was before
 */
export function leaveDemo(): Promise<DemoAndReal> {
  return command(async (unit) => {
    await unit.db.execute(sql`select pg_advisory_xact_lock(hashtext('commonweave demo'))`);
    const before = await count(unit);
    const made = await unit.db.select({ id: people.id }).from(people).where(eq(people.demo, true));
    await removeImport(unit);
    await removeGroups(unit);
    const ids = made.map(({ id }) => id);
    await removeBatches(unit, ids);
    await removeOpenings(unit, ids);
    await erasePeople(unit, ids);
    await leaveStatement(unit);
    await removeConcerns(unit);
    await leaveName(unit, before);
    return before;
  });
}

async function removeGroups(unit: Unit): Promise<void> {
  const { db } = unit;
  const made = await db.select({ id: groups.id }).from(groups).where(eq(groups.demo, true));
  const all = uuids(made.map(({ id }) => id));
  // Whoever is real and had a place in one of them is shown without it.
  const beside = await db.execute<{ id: string }>(
    sql`select distinct person_id as id from core.positions where group_id = any(${all})`,
  );
  await db.execute(sql`
    with subjects as (
      select unnest(${all})::text as id union select id::text from core.claims where group_id = any(${all})
      union select id::text from core.removals where group_id = any(${all})
    )
    delete from core.outbox o where exists (select from jsonb_each_text(o.about) a join subjects s on s.id = a.value)`);
  await db.execute(sql`delete from core.removals where group_id = any(${all})`);
  await db.execute(sql`delete from core.topic_proposals where group_id = any(${all})`);
  await eraseGrants(
    unit,
    'group',
    made.map(({ id }) => id),
  );
  await db.execute(sql`update core.import_rows set subject_id = null where subject_id = any(${all})`);
  await db.execute(
    sql`update core.import_rows set suspected_duplicate_of = null where suspected_duplicate_of = any(${all})`,
  );
  await db.execute(sql`delete from core.groups where id = any(${all})`);
  for (const { id } of made) unit.groupChanged(id);
  for (const { id } of beside) unit.personChanged(id);
}

/** The demo's statement stays if somebody real signed it: who signed has to find the words they signed. */
async function leaveStatement({ db }: Unit): Promise<void> {
  await db.execute(sql`delete from core.statement_drafts where demo`);
  await db.execute(sql`
    delete from ref.statements s where s.demo and not exists (select from core.signatures g where g.version = s.version)`);
}

/** What was heard in the demo, and its person outside, whom nobody could write to. */
async function removeConcerns({ db }: Unit): Promise<void> {
  await db.execute(sql`delete from core.concerns where demo`);
  await db.execute(sql`delete from core.concern_outside where email = ${DEMO_OUTSIDE.email}`);
}

/** The network's row stays, so that no start takes the hub for a new one; an empty hub forgets what the demo called itself. */
async function leaveName({ db }: Unit, { real, demoName }: DemoAndReal): Promise<void> {
  const nothingLeft = real.people + real.groups === 0;
  const blank = { name: 'Commonweave', purpose: {}, description: {} };
  await db.update(network).set({ demo: false, updatedAt: new Date(), ...(nothingLeft && demoName ? blank : {}) });
}
