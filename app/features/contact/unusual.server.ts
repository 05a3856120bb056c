import { sql } from 'drizzle-orm';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { namesAs, type PersonName } from '~/features/directory/names-as.server';
import type { Role } from '~/lib/standing';
import { command } from '~/sharing/command.server';
import { UNUSUAL } from './limits';
import { VISITOR_KEY } from './open.server';

/** Days that stewards look back on. */
const DAYS = 14;

interface Row extends Record<string, unknown> {
  key: string;
  personId: string | null;
  role: Role | null;
  per: 'hour' | 'day';
  since: string;
  different: number;
}

/** An account that opened unusually many contacts within an hour or a day; no word of whose they were. */
export interface UnusualEntry extends Pick<Row, 'key' | 'role' | 'per' | 'since' | 'different'> {
  /** As stewards may see them; null for someone who is shown to nobody or is gone. */
  person: PersonName | null;
}

/**
 * Accounts that opened the contact of unusually many different people and groups, newest first, for stewards.
 * @throws DomainError `not_found` for anyone else
 */
export async function unusualOpenings(viewer: SignedIn, now = new Date()): Promise<UnusualEntry[]> {
  mustBe(viewer, 'steward');
  const rows = await command(({ db }) =>
    db.execute<Row>(sql`
      select b.key, k.person_id as "personId", b.role, b.per, to_json(b.since) #>> '{}' as since, b.different
      from (
        select o.opener_key as key, max(o.opener_role) as role, u.per, date_trunc(u.per, o.opened_at at time zone 'UTC') as since,
          count(distinct coalesce(o.person_key, o.group_id))::int as different, min(u.most) as most
        from core.contact_openings o, (values ('hour', ${UNUSUAL.hour}::int), ('day', ${UNUSUAL.day}::int)) as u(per, most)
        where o.opener_key <> ${VISITOR_KEY} and o.opened_at > ${now.toISOString()}::timestamptz - make_interval(days => ${DAYS})
        group by 1, 3, 4
      ) as b left join core.subject_keys k on k.key = b.key
      where b.different > b.most order by b.since desc, b.per, b.key limit 100`),
  );
  const names = await namesAs(
    viewer,
    rows.map(({ personId }) => personId),
  );
  return rows.map(({ personId, ...row }) => ({ ...row, person: names.get(personId ?? '') ?? null }));
}
