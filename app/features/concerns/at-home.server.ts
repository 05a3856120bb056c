import { sql } from 'drizzle-orm';
import { hasRole, type SignedIn } from '~/auth/viewer';
import { command } from '~/sharing/command.server';
import { HEARERS } from './assign.server';
import { stewards } from './contacts.server';
import { ROUND_NOW, STATE_NOW } from './rounds.server';

export interface ConcernsHome extends Record<string, unknown> {
  /** Concerns about the viewer that they were told of, and whether each is over. */
  aboutMe: { id: string; ended: boolean }[];
  /** How many of the viewer's own are kept. */
  raised: number;
  /** How many wait for the viewer as a steward. */
  waiting: number;
  /** Whether another steward asked the viewer to take concerns. */
  asked: boolean;
  /** Whether nobody uninvolved could be relied on: fewer than two stewards, and nobody outside. Told to stewards alone. */
  missing: boolean;
}

const NOTHING = { waiting: 0, asked: false, missing: false };

/** What a member's own page says of concerns: each only to whom it is for. */
export const concernsAtHome = (viewer: SignedIn): Promise<ConcernsHome> =>
  command(async ({ db }) => {
    const me = viewer.personId;
    const [own] = await db.execute<Pick<ConcernsHome, 'aboutMe' | 'raised'>>(sql`
      select coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'ended', c.ended_at is not null)
          order by c.created_at) from core.concerns c
          where c.about_id = ${me} and c.told_at is not null), '[]') as "aboutMe",
        (select count(*)::int from core.concern_raisers r where r.person_id = ${me}) as raised`);
    const mine = { aboutMe: own?.aboutMe ?? [], raised: own?.raised ?? 0 };
    if (!hasRole(viewer, 'steward')) return { ...mine, ...NOTHING };
    const [desk] = await db.execute<Pick<ConcernsHome, 'waiting' | 'asked' | 'missing'>>(sql`
      select (select count(*)::int from core.concern_hearers h join core.concerns c on c.id = h.concern_id
          where h.person_id = ${me} and ${STATE_NOW} = 'open' and h.round = ${ROUND_NOW}) as waiting,
        exists (select from core.concern_contacts where person_id = ${me} and agreed_at is null) as asked,
        (select count(*) from core.concern_contacts c join ${stewards} s on s.person_id = c.person_id
          where c.agreed_at is not null) < ${HEARERS}
          and not exists (select from core.concern_outside where agreed_at is not null) as missing`);
    return { ...mine, ...(desk ?? NOTHING) };
  });
