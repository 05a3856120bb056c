import { sql } from 'drizzle-orm';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import type { PersonName } from '~/features/directory/names-as.server';
import { command } from '~/sharing/command.server';
import { type Case, caseHeardBy, isHeard, mayAct, partyOf, roundOf } from './case.server';
import { namesFor } from './names.server';
import { asShown, hearersFor, readEntries, readHearers, type ShownEntry } from './thread.server';

export interface HeardLine extends Record<string, unknown> {
  id: string;
  state: Case['state'];
  appeal: Case['appeal'];
  /** ISO date and time. */
  raisedAt: string;
}

/**
 * Concerns that the viewer hears, or heard; a steward who was given none finds the same empty list as one who takes none.
 * @throws DomainError `not_found` for anyone but stewards
 */
export function heardConcerns(viewer: SignedIn): Promise<HeardLine[]> {
  mustBe(viewer, 'steward');
  return command(async ({ db }) => [
    ...(await db.execute<HeardLine>(sql`
      select c.id, c.state, c.appeal, to_json(c.created_at) #>> '{}' as "raisedAt"
      from core.concerns c join core.concern_hearers h on h.concern_id = c.id
      where h.person_id = ${viewer.personId} order by c.ended_at is not null, c.created_at desc, c.id`)),
  ]);
}

/** A concern for a steward who hears it. */
export interface Hearing extends Pick<Case, 'id' | 'state' | 'appeal' | 'raisedAt' | 'endedAt' | 'mayName'> {
  myRound: 1 | 2;
  /** Whether this steward can do something now, and whether stewards hear it at all. */
  mayAct: boolean;
  open: boolean;
  /** `gone`: who raised it has left, and what they said went with them. */
  raiser: { kind: 'member'; shown: PersonName | null } | { kind: 'visitor'; reachable: boolean } | { kind: 'gone' };
  /** Whom it concerns: the member it is linked to, or what was typed. */
  about: { linked: boolean; shown: PersonName | null; typed: string | null };
  told: boolean;
  hearers: (string | null)[];
  entries: ShownEntry[];
}

/** @throws DomainError `not_found` for everyone but the stewards who hear it, as for one that does not exist */
export async function hearing(viewer: SignedIn, id: string): Promise<Hearing> {
  const { concern, entries, hearers } = await command(async ({ db }) => {
    const concern = await caseHeardBy(db, viewer, id);
    return {
      concern,
      entries: await readEntries(db, id, partyOf(concern)),
      hearers: await readHearers(db, id),
    };
  });
  const { raiserId, aboutId, about, toldAt, raiser, reachable } = concern;
  const names = await namesFor(viewer, [raiserId, aboutId]);
  const raisedBy = (): Hearing['raiser'] => {
    if (!raiser) return { kind: 'gone' };
    return raiserId ? { kind: 'member', shown: names.get(raiserId) ?? null } : { kind: 'visitor', reachable };
  };
  const { state, appeal, raisedAt, endedAt, mayName, myRound } = concern;
  return {
    ...{ id, state, appeal, raisedAt, endedAt, mayName },
    myRound: myRound ?? 1,
    mayAct: mayAct(concern),
    open: isHeard(concern),
    raiser: raisedBy(),
    about: { linked: aboutId !== null, shown: names.get(aboutId ?? '') ?? null, typed: about },
    told: toldAt !== null,
    hearers: await hearersFor(viewer, hearers, roundOf(concern)),
    entries: await asShown(viewer, entries),
  };
}
