import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import type { HearingState } from '#db/schema/concerns';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import { linkHash } from '~/lib/one-time-links.server';
import type { Party } from './entries';

/** A concern as a party to it meets it: its facts and no word of it. Dates are ISO. */
export interface Case extends Record<string, unknown> {
  id: string;
  state: HearingState;
  appeal: HearingState | null;
  aboutId: string | null;
  about: string | null;
  mayName: boolean;
  raisedAt: string;
  toldAt: string | null;
  endedAt: string | null;
  outside: string | null;
  /** Whether its raiser is still known to the hub, their id if they are a member, and whether they can be answered. */
  raiser: boolean;
  raiserId: string | null;
  reachable: boolean;
  /** The part in which this viewer hears it; null for who does not. */
  myRound: 1 | 2 | null;
}

async function find(db: Transaction, id: string, hold: boolean, me: string | null, where: SQL): Promise<Case> {
  const [row] = await db.execute<Case>(sql`
    select c.id, c.state, c.appeal, c.about_id as "aboutId", c.about, c.may_name as "mayName",
      to_json(c.created_at) #>> '{}' as "raisedAt", to_json(c.told_at) #>> '{}' as "toldAt",
      to_json(c.ended_at) #>> '{}' as "endedAt", o.name as outside, r.concern_id is not null as raiser,
      r.person_id as "raiserId", coalesce(r.person_id is not null or r.link_hash is not null, false) as reachable,
      (select h.round from core.concern_hearers h where h.concern_id = c.id and h.person_id = ${me}::uuid) as "myRound"
    from core.concerns c left join core.concern_raisers r on r.concern_id = c.id
      left join core.concern_outside o on o.id = c.outside_id
    where c.id::text = ${id} and ${where} ${hold ? sql`for update of c` : sql``}`);
  if (!row) throw notFound();
  return row;
}

type Hold = { hold?: boolean };

/**
 * A concern for a steward who hears it, or the appeal.
 * @throws DomainError `not_found` for anyone else, as for a concern that does not exist
 */
export async function caseHeardBy(db: Transaction, viewer: SignedIn, id: string, { hold = false }: Hold = {}) {
  mustBe(viewer, 'steward');
  const { personId: me } = viewer;
  return find(
    db,
    id,
    hold,
    me,
    sql`exists (select from core.concern_hearers h where h.concern_id = c.id and h.person_id = ${me})`,
  );
}

/** A concern for the member who raised it. @throws DomainError `not_found` for anyone else */
export const caseRaisedBy = (db: Transaction, { personId }: SignedIn, id: string, { hold = false }: Hold = {}) =>
  find(db, id, hold, null, sql`r.person_id = ${personId}`);

/** A concern for whom it concerns, once they were told. @throws DomainError `not_found` for anyone else, and before */
export const caseAbout = (db: Transaction, { personId }: SignedIn, id: string, { hold = false }: Hold = {}) =>
  find(db, id, hold, null, sql`c.about_id = ${personId} and c.told_at is not null`);

/** The concern of a visitor's private link. @throws DomainError `not_found` for a link that is none, or no longer */
export async function caseFollowed(db: Transaction, token: string, { hold = false }: Hold = {}): Promise<Case> {
  const [row] = await db.execute<{ id: string }>(
    sql`select concern_id as id from core.concern_raisers where link_hash = ${linkHash(token)}`,
  );
  if (!row) throw notFound();
  return find(db, row.id, hold, null, sql`r.link_hash = ${linkHash(token)}`);
}

/** The hearing that goes on, or went on last: the first, or that of the appeal. */
export const roundOf = ({ appeal }: Case): 1 | 2 => (appeal === null ? 1 : 2);
const stateOf = ({ state, appeal }: Case): HearingState => appeal ?? state;
/** Whether stewards hear it at the moment. */
export const isHeard = (concern: Case): boolean => stateOf(concern) === 'open';
/** Whether this viewer is one of those who hear it at the moment. */
export const mayAct = (concern: Case): boolean => isHeard(concern) && concern.myRound === roundOf(concern);
export const partyOf = ({ myRound }: Case): Party => (myRound === 2 ? 'second' : 'first');
