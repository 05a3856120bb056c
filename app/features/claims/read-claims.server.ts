import { sql } from 'drizzle-orm';
import type { ClaimKind, ClaimState } from '#db/schema/claims';
import { asSelf } from '#db/self.server';
import { audienceOf, hasRole, type SignedIn } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import { command, type Unit } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { concernedBy } from './concerned.server';
import { claimNames } from './names.server';
import { isOpen, isParty, WAIT_DAYS } from './rules';
import { maySettle } from './settle.server';

interface Row {
  id: string;
  groupId: string;
  slug: string;
  group: string;
  kind: ClaimKind;
  state: ClaimState;
  personId: string;
  askedBy: string;
  position: string | null;
  evidence: string | null;
  words: string | null;
  note: string | null;
  waitsFrom: string | null;
  createdAt: string;
  decidedAt: string | null;
}

const iso = (moment: ReturnType<typeof sql>) => sql`to_json(${moment}) #>> '{}'`;

const COLUMNS = sql`c.id, c.group_id as "groupId", g.slug, g.name as "group", c.kind, c.state, c.person_id as "personId",
  c.asked_by as "askedBy", c.position, c.evidence, c.words, c.note, ${iso(sql`c.waits_from`)} as "waitsFrom",
  ${iso(sql`c.created_at`)} as "createdAt", ${iso(sql`c.decided_at`)} as "decidedAt"`;
const FROM = sql`core.claims c join core.groups g on g.id = c.group_id`;

const readerOf = (viewer: SignedIn) => ({ audience: audienceOf(viewer), personId: viewer.personId });
export const atDesk = (viewer: SignedIn): boolean => hasRole(viewer, 'weaver') || hasRole(viewer, 'operator');
const endOf = (from: string | null) =>
  from && new Date(new Date(from).getTime() + WAIT_DAYS * 86_400_000).toISOString();

/** What everyone concerned may know of a claim. What was said in confidence is not among it. */
async function open(unit: Unit, viewer: SignedIn, row: Row) {
  const names = await claimNames(unit.db, row, readerOf(viewer));
  const { id, slug, group, kind, state, position, evidence, note, createdAt, decidedAt } = row;
  const settlesOn = state === 'waiting' ? endOf(row.waitsFrom) : null;
  return { id, slug, group, kind, state, position, evidence, note, createdAt, decidedAt, settlesOn, ...names };
}
export type ClaimLine = Awaited<ReturnType<typeof open>>;

async function objectionsOf(unit: Unit, viewer: SignedIn, claim: Row) {
  const rows = await unit.db.execute<{ personId: string | null; words: string | null; at: string }>(sql`
    select person_id as "personId", words, ${iso(sql`created_at`)} as at from core.claim_objections
    where claim_id = ${claim.id} order by created_at, id`);
  const weaver: boolean = hasRole(viewer, 'weaver');
  return Promise.all(
    rows.map(async ({ personId, words, at }) => ({
      at,
      by: personId ? (await claimNames(unit.db, { ...claim, askedBy: personId }, readerOf(viewer))).asker : null,
      mine: personId === viewer.personId,
      words: weaver || personId === viewer.personId ? words : null,
    })),
  );
}

/**
 * One claim: for those it is about and those it concerns, and, with `desk`, for weavers and operators. What was
 * said in confidence is read by weavers, and by whoever said it.
 * @throws DomainError `not_found` for everyone else
 */
export const claimPage = (viewer: SignedIn, id: string, { desk }: { desk: boolean }) =>
  command(async (unit) => {
    const [row] = await unit.db.execute<Row & Record<string, unknown>>(
      sql`select ${COLUMNS} from ${FROM} where c.id::text = ${id}`,
    );
    if (!row || viewer.standing !== 'member') throw notFound();
    const others = await concernedBy(unit.db, row.id);
    const party = isParty(row, viewer.personId, others);
    if (desk ? !atDesk(viewer) : !party) throw notFound();
    const asked = row.askedBy === viewer.personId;
    const objections = await objectionsOf(unit, viewer, row);
    // At the desk one stops what would happen by itself; a lead may also add their own words to a quarrel.
    const concerned = others.includes(viewer.personId) || (desk && row.state !== 'contested');
    return {
      ...(await open(unit, viewer, row)),
      words: asked || (desk && hasRole(viewer, 'weaver')) ? row.words : null,
      objections,
      asked,
      weaver: desk && hasRole(viewer, 'weaver'),
      mayAccept: row.state === 'proposed' && row.personId === viewer.personId,
      mayWithdraw: isOpen(row) && (asked || (row.kind !== 'removal' && row.personId === viewer.personId)),
      mayObject: isOpen(row) && !asked && concerned && !objections.some((each) => each.mine),
      mayDecide: desk && (await maySettle(unit, viewer, row)),
    };
  });
export type ClaimPage = Awaited<ReturnType<typeof claimPage>>;

/** The open claims of a group, for someone who leads it (which the caller has asked), newest last. */
export const claimsOfGroup = (viewer: SignedIn, groupId: string): Promise<ClaimLine[]> =>
  linesWhere(viewer, sql`c.group_id = ${groupId} and c.state in ('proposed', 'waiting', 'contested')`);

/** The viewer's own open claims: what they asked for and what they were proposed for. */
export const myClaims = (viewer: SignedIn): Promise<ClaimLine[]> =>
  linesWhere(
    viewer,
    sql`(c.asked_by = ${viewer.personId} or c.person_id = ${viewer.personId}) and c.state in ('proposed', 'waiting', 'contested')`,
  );

/** What the viewer's own page shows of claims: their own, and whether there is a desk for them. */
export async function claimsAtHome(viewer: SignedIn) {
  const mine = viewer.standing === 'member' ? await myClaims(viewer) : [];
  return { mine, desk: atDesk(viewer) };
}
export type ClaimsAtHome = Awaited<ReturnType<typeof claimsAtHome>>;

/** The viewer's own open claim of a group, from their own rows: its id. */
export async function myClaimOf(viewer: SignedIn, slug: string): Promise<string | null> {
  const [group] = await readAs(viewer)<{ id: string }[]>`select group_id as id from groups where slug = ${slug}`;
  if (!group) return null;
  const [row] = await asSelf(
    viewer.personId,
    (sql) => sql<{ id: string }[]>`
      select id from core.claims where group_id = ${group.id} and person_id = ${viewer.personId}
        and kind = 'claim' and state in ('waiting', 'contested')`,
  );
  return row?.id ?? null;
}

/** Every claim that waits or is contested, contested first: for weavers and operators. @throws DomainError `not_found` */
export async function claimsAtDesk(viewer: SignedIn): Promise<ClaimLine[]> {
  if (!atDesk(viewer)) throw notFound();
  return linesWhere(viewer, sql`c.state in ('waiting', 'contested')`);
}

const linesWhere = (viewer: SignedIn, condition: ReturnType<typeof sql>): Promise<ClaimLine[]> =>
  command(async (unit) => {
    const rows = await unit.db.execute<Row & Record<string, unknown>>(sql`
      select ${COLUMNS} from ${FROM} where ${condition}
      order by c.state <> 'contested', coalesce(c.waits_from, c.created_at), c.id limit 200`);
    return Promise.all(rows.map((row) => open(unit, viewer, row)));
  });
