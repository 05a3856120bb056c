import { sql } from 'drizzle-orm';
import type { NoticeChoice } from '#db/schema/notices';
import { apartOf } from '~/auth/apart.server';
import type { SignedIn } from '~/auth/viewer';
import { offeredLocale } from '~/lib/messages/locale.server';
import type { Unit } from '~/sharing/command.server';
import { isReachable } from './reachable.server';
import type { NoticeReader } from './topics.server';

/** Someone who gets notices, as they are now. */
export interface Recipient extends NoticeReader {
  email: string;
  timeZone: string | null;
  quietFrom: number;
  quietTo: number;
  chosen: ReadonlyMap<string, NoticeChoice>;
}

interface Row extends Record<string, unknown> {
  accountId: string;
  personId: string;
  email: string;
  locale: string | null;
  timeZone: string | null;
  quietFrom: number | null;
  quietTo: number | null;
  chosen: Record<string, NoticeChoice> | null;
  apart: string[];
}

/** A member who reads their mail: what mail alone proves opens no role's eyes. */
const asReader = ({ accountId, personId, apart }: Row): SignedIn => ({
  kind: 'person',
  accountId,
  personId,
  standing: 'member',
  roles: new Set(),
  asleep: [],
  proof: 'mail',
  provedAt: new Date(0),
  hasFactor: false,
  sessionHash: '',
  name: '',
  handle: '',
  locale: null,
  apart,
});

/** Members among these accounts to whom notices may go. */
export async function recipients({ db }: Unit, accounts: readonly string[]): Promise<Recipient[]> {
  const rows = await db.execute<Row>(sql`
    select a.id as "accountId", a.person_id as "personId", a.email, a.locale, n.time_zone as "timeZone",
      n.quiet_from as "quietFrom", n.quiet_to as "quietTo",
      (select jsonb_object_agg(c.topic, c.choice) from core.notice_choices c where c.account_id = a.id) as chosen,
      to_jsonb(${sql.raw(apartOf('s.id'))}) as apart
    from core.accounts a join core.people s on s.id = a.person_id
      left join core.notice_settings n on n.account_id = a.id
    where a.id::text in (select jsonb_array_elements_text(${JSON.stringify(accounts)}::jsonb))
      and s.standing = 'member' and ${isReachable}`);
  return rows.map((row) => ({
    viewer: asReader(row),
    locale: offeredLocale(row.locale),
    email: row.email,
    timeZone: row.timeZone,
    quietFrom: row.quietFrom ?? 22,
    quietTo: row.quietTo ?? 8,
    chosen: new Map(Object.entries(row.chosen ?? {})),
  }));
}
