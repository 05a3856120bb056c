import { sql } from 'drizzle-orm';
import { inRounds } from '~/lib/rounds.server';
import { command } from '~/sharing/command.server';
import { askLink, type Network } from './ask-link.server';
import { afterAnswer, type LinkState } from './link-rules';

const LEASE_MINUTES = 30;

/**
 * Brings the list of links to ask in line with what groups show to everyone, and forgets the others. Only what is public
 * is ever asked: a request to an address tells its owner, and everyone on the way, that this hub knows it. The made-up
 * links of a demo are left alone.
 */
export const listPublicLinks = (): Promise<void> =>
  command(async ({ db }) => {
    const shown = sql`
      select distinct l.url from proj_public.groups p join core.groups g on g.id = p.group_id and not g.demo,
        lateral (select p.website as url union all select x ->> 'url' from jsonb_array_elements(p.links) x) l
      where l.url is not null`;
    await db.execute(sql`delete from core.link_checks where url not in (${shown})`);
    await db.execute(sql`insert into core.link_checks (url) ${shown} on conflict do nothing`);
  });

/** Takes the link that has been due for longest; no other process gets it until the lease ends. */
const claimDue = (now: Date) =>
  command(async ({ db }) => {
    const [row] = await db.execute<LinkState & { url: string } & Record<string, unknown>>(sql`
      update core.link_checks set next_at = ${now.toISOString()}::timestamptz + make_interval(mins => ${LEASE_MINUTES})
      where url = (select url from core.link_checks where next_at <= ${now.toISOString()}::timestamptz
        order by next_at, url limit 1 for update skip locked)
      returning url, failures, failing_since::text as "failingSince", dead_since::text as "deadSince"`);
    return row ?? null;
  });

/** Asks the one link that is due, if any, and keeps what it said. @returns whether there was one */
export async function checkNextLink(network?: Network, now = new Date()): Promise<boolean> {
  const known = await claimDue(now);
  if (!known) return false;
  const answer = await askLink(known.url, network);
  const { wait, failures, failingSince, deadSince } = afterAnswer(known, answer, now);
  await command(async (unit) => {
    await unit.db.execute(sql`
      update core.link_checks set checked_at = ${now.toISOString()}::timestamptz, failures = ${failures},
        answered_at = case when ${answer === 'answered'} then ${now.toISOString()}::timestamptz else answered_at end,
        failing_since = ${failingSince}::date, dead_since = ${deadSince}::date,
        next_at = ${new Date(now.getTime() + wait).toISOString()}::timestamptz
      where url = ${known.url}`);
    if (deadSince === known.deadSince) return;
    const groups = await unit.db.execute<{ id: string }>(sql`
      select id from core.groups where website = ${known.url}
      union select group_id from core.group_links where url = ${known.url}`);
    for (const { id } of groups) unit.groupChanged(id);
  });
  return true;
}

const ROUND = 20_000;

/** Asks one link every twenty seconds; the result ends it. */
export const startLinkChecks = (): (() => void) =>
  inRounds('A link could not be checked', () => checkNextLink(), ROUND);
