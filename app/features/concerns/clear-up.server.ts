import { sql } from 'drizzle-orm';
import { enqueue } from '~/lib/mail/outbox.server';
import { command, type Unit } from '~/sharing/command.server';
import { mailOutside, OUTSIDE_MAIL } from './assign.server';
import { ASKED_DAYS, KEPT_DAYS, UNDELIVERED_DAYS } from './limits';
import { forgetPassedOn } from './outside-mail.server';
import { RAISER_MAIL } from './raise.server';
import { ROUND_NOW, STATE_NOW } from './rounds.server';
import { fillUp } from './step-back.server';
import { ABOUT_MAIL } from './tell.server';

const at = (now: Date) => sql`${now.toISOString()}::timestamptz`;

/** Deletes concerns whose time is over, those that nobody is left of whom to tell anything, and who outside never answered. */
async function deleteOld({ db }: Unit, now: Date): Promise<void> {
  await db.execute(sql`
    delete from core.concerns c where ended_at <= ${at(now)} - make_interval(days => ${KEPT_DAYS})
      or (about_id is null and told_at is not null
        and not exists (select from core.concern_raisers r where r.concern_id = c.id))`);
  await db.execute(sql`
    delete from core.concern_outside
    where agreed_at is null and created_at <= ${at(now)} - make_interval(days => ${ASKED_DAYS})`);
}

/** Gives what is heard by fewer than two stewards to others who take concerns by now. */
async function fillPlaces({ db }: Unit): Promise<void> {
  const open = await db.execute<{ id: string; round: 1 | 2 }>(sql`
    select c.id, ${ROUND_NOW} as round from core.concerns c where ${STATE_NOW} = 'open' order by c.id for update`);
  for (const { id, round } of open) await fillUp(db, id, round);
}

interface Waiting extends Record<string, unknown> {
  id: string;
  round: 1 | 2;
  fate: 'sent' | 'again' | 'lost' | null;
}

/** Looks after mails to the person outside: those that were sent when the hub was stopped, got lost, or cannot be delivered. */
async function settleOutside(unit: Unit, now: Date): Promise<void> {
  const { db } = unit;
  const waiting = await db.execute<Waiting>(sql`
    select c.id, x.round, case when o.state = 'sent' then 'sent' when c.outside_id is null or o.state = 'dropped' then 'lost'
      when o.id is null then 'again'
      when o.state = 'failed' and o.created_at <= ${at(now)} - make_interval(days => ${UNDELIVERED_DAYS}) then 'lost' end as fate
    from core.concerns c cross join lateral (select ${ROUND_NOW} as round) x
      left join lateral (select * from core.outbox o where o.template = ${OUTSIDE_MAIL}
        and o.about @> jsonb_build_object('concern', c.id::text, 'round', x.round::text) order by o.created_at desc limit 1) o on true
    where ${STATE_NOW} = 'outside' order by c.id for update of c`);
  for (const { id, round, fate } of waiting) {
    if (fate === 'again') await mailOutside(db, id, round);
    if (fate === 'sent') await forgetPassedOn(unit, id, round, 'passed_on');
    if (fate === 'lost') {
      await forgetPassedOn(unit, id, round, 'undelivered');
      await enqueue(db, round === 1 ? RAISER_MAIL : ABOUT_MAIL, { concern: id });
    }
  }
}

/** What the hours bring to concerns: places filled, mails settled, and what is over deleted. */
export const tidyConcerns = (now = new Date()): Promise<void> =>
  command(async (unit) => {
    await fillPlaces(unit);
    await settleOutside(unit, now);
    await deleteOld(unit, now);
  });
