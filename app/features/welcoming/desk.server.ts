import { sql } from 'drizzle-orm';
import { hasRole, type SignedIn, type Viewer } from '~/auth/viewer';
import { namesAs } from '~/features/directory/names-as.server';
import { notFound } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import { GOES_BY } from '~/sharing/goes-by.server';
import { weaversTakeTurns } from './assign.server';
import { readJoining } from './stored.server';

/** Weavers and stewards; for anyone else there is nothing here. */
export function requireWelcomer(viewer: Viewer): asserts viewer is SignedIn {
  if (!hasRole(viewer, 'weaver') && !hasRole(viewer, 'steward')) throw notFound();
}

const iso = (moment: ReturnType<typeof sql>) => sql`to_json(${moment}) #>> '{}'`;

const COLUMNS = sql`p.id, coalesce(${GOES_BY}, '') as name, coalesce(n.kind, 'person') as kind, n.group_name as "groupName", n.weaver_id as "weaverId",
  coalesce(n.state, 'waiting') as state, n.meeting, ${iso(sql`coalesce(n.created_at, p.created_at)`)} as since`;
const FROM = sql`core.people p left join core.newcomers n on n.person_id = p.id`;

interface Row {
  id: string;
  name: string;
  kind: 'person' | 'group';
  groupName: string | null;
  weaverId: string | null;
  state: 'waiting' | 'not_now';
  meeting: string | null;
  /** ISO 8601. */
  since: string;
}

export const WHICH = ['mine', 'unassigned', 'all'] as const;
export type Which = (typeof WHICH)[number];

/**
 * Everyone who waits to be welcomed. Who they are is read as it was written: they were told beside each field of the join
 * page that weavers and stewards read it. Who welcomes them is named as far as that person shows themselves to the viewer.
 * @throws DomainError `not_found` for anyone but weavers and stewards
 */
export async function newcomersAtDesk(viewer: Viewer, which: Which) {
  requireWelcomer(viewer);
  const { rows, turns } = await command(async (unit) => ({
    rows: await unit.db.execute<Row & Record<string, unknown>>(sql`
      select ${COLUMNS} from ${FROM} where p.standing = 'newcomer'
      order by coalesce(n.state, 'waiting') desc, coalesce(n.created_at, p.created_at), p.id limit 500`),
    turns: await weaversTakeTurns(unit),
  }));
  const counts = {
    mine: rows.filter(({ weaverId }) => weaverId === viewer.personId).length,
    unassigned: rows.filter(({ weaverId }) => weaverId === null).length,
    all: rows.length,
  };
  const chosen = rows.filter(
    ({ weaverId }) => which === 'all' || (which === 'mine' ? weaverId === viewer.personId : weaverId === null),
  );
  const names = await namesAs(
    viewer,
    chosen.map(({ weaverId }) => weaverId),
  );
  return {
    which,
    counts,
    /** Whether stewards stand in for weavers; only stewards are told. */
    standIn: hasRole(viewer, 'steward') && !turns,
    newcomers: chosen.map(({ weaverId, meeting, ...row }) => ({
      ...row,
      meets: meeting !== null,
      mine: weaverId === viewer.personId,
      weaver: weaverId && (names.get(weaverId)?.name ?? m.join_a_weaver()),
    })),
  };
}
export type NewcomersAtDesk = Awaited<ReturnType<typeof newcomersAtDesk>>;

type Whole = Row & {
  groupAbout: string | null;
  groupWebsite: string | null;
  why: string | null;
  toldBy: string | null;
  note: string | null;
};

/** How many members have to say yes, by how the network welcomes. */
export const VOUCHES_NEEDED = { conversation: 0, one_vouch: 1, two_vouches: 2 } as const;

/**
 * One newcomer with what they wrote. Who was asked and what they said is among it for stewards, and for the weaver who
 * welcomes this newcomer.
 * @throws DomainError `not_found` for anyone but weavers and stewards, and for who is no newcomer
 */
export async function newcomerPage(viewer: Viewer, id: string) {
  requireWelcomer(viewer);
  const { welcome } = await readJoining(viewer);
  const { row, vouches, weavers } = await command(async ({ db }) => {
    const [found] = await db.execute<Whole & Record<string, unknown>>(sql`
      select ${COLUMNS}, n.group_about as "groupAbout", n.group_website as "groupWebsite", n.why, n.told_by as "toldBy", n.note
      from ${FROM} where p.id::text = ${id} and p.standing = 'newcomer'`);
    if (!found) throw notFound();
    return {
      row: found,
      vouches: await db.execute<{ weaverId: string | null; answer: 'yes' | 'no' | 'rather_not' | null }>(sql`
        select person_id as "weaverId", answer from core.vouches where newcomer_id = ${found.id} and person_id is not null
        order by created_at, id`),
      weavers: await db.execute<{ weaverId: string }>(sql`
        select distinct a.person_id as "weaverId" from core.role_grants r join core.accounts a on a.id = r.account_id
        join core.people p on p.id = a.person_id and p.standing = 'member' where r.role in ('weaver', 'steward')`),
    };
  });
  const { weaverId, ...newcomer } = row;
  const names = await namesAs(
    viewer,
    [row, ...vouches, ...weavers].map((each) => each.weaverId),
  );
  const mine = weaverId === viewer.personId;
  const yes = vouches.filter(({ answer }) => answer === 'yes').length;
  return {
    ...newcomer,
    mine,
    weaver: weaverId && (names.get(weaverId)?.name ?? m.join_a_weaver()),
    /** Others it can be handed to: those whom the viewer knows by name. */
    others: weavers
      .flatMap(({ weaverId: other }) => {
        const name = names.get(other)?.name;
        return name && other !== weaverId && other !== viewer.personId ? [{ id: other, name }] : [];
      })
      .sort((a, b) => a.name.localeCompare(b.name)),
    needed: VOUCHES_NEEDED[welcome],
    yes,
    vouches:
      mine || hasRole(viewer, 'steward')
        ? vouches.map(({ weaverId: by, answer }) => ({
            answer,
            name: names.get(by ?? '')?.name ?? m.claims_a_member(),
          }))
        : null,
  };
}
export type NewcomerPage = Awaited<ReturnType<typeof newcomerPage>>;
