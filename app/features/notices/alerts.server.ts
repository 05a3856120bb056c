import { sql } from 'drizzle-orm';
import type { Localised } from '#db/schema/network';
import { writeDown } from '~/auth/audit/append.server';
import { hasRole, type SignedIn, type Viewer } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import { command, type Unit } from '~/sharing/command.server';
import { grainOf, published } from '~/sharing/statistics';
import { readLetterTime } from './letter-time.server';
import { afterQuiet } from './local-time';
import { isReachable } from './reachable.server';
import { recipients } from './reader.server';

export const ALERT_MAIL = 'urgent-alert';

/** Those whom an alert is for: of a region, of a country, or with an interest. */
export type AlertTarget = { regionKey: string } | { country: string } | { interestId: number };

export interface Alert {
  id: string;
  title: Localised;
  text: Localised;
  target: AlertTarget;
  /** Comes during quiet hours too. */
  urgent: boolean;
}

/** How many an alert reaches, no nearer than the network publishes numbers. */
export type Reach = { fewerThan: number } | { about: number };

/** @throws DomainError `not_found` for everyone but stewards and operators */
export function mustSendAlerts(viewer: Viewer): asserts viewer is SignedIn {
  if (!hasRole(viewer, 'steward') && !hasRole(viewer, 'operator')) throw notFound();
}

/**
 * Accounts whose owners asked for alerts of this kind. Their place and interests count whether or not they show them: that
 * is what they agreed to, and nobody learns who they are.
 */
const concerned = ({ db }: Unit, target: AlertTarget) => {
  const fits =
    'interestId' in target
      ? sql`n.alerts_by_interest and exists (
          select from core.person_interests i where i.person_id = s.id and i.interest_id = ${target.interestId})`
      : 'regionKey' in target
        ? sql`n.alerts_by_place and coalesce(s.region_key, pl.region_key) = ${target.regionKey}`
        : sql`n.alerts_by_place and coalesce(s.country, pl.country) = ${target.country}`;
  return db.execute<{ id: string }>(sql`
    select a.id from core.accounts a join core.people s on s.id = a.person_id
      join core.notice_settings n on n.account_id = a.id
      left join ref.place pl on pl.id = s.town_id
    where s.standing = 'member' and ${isReachable} and ${fits} order by a.id`);
};

/** About how many an alert would reach. @throws DomainError `not_found` for everyone but stewards and operators */
export async function alertReach(viewer: Viewer, target: AlertTarget): Promise<Reach> {
  mustSendAlerts(viewer);
  return command(async (unit) => {
    const grain = grainOf(unit.policy.statistics);
    const about = published((await concerned(unit, target)).length, grain);
    return about === null ? { fewerThan: grain.least } : { about };
  });
}

/** Puts one mail per recipient into the outbox, each after their quiet hours unless it is urgent. */
async function enqueueAlert(unit: Unit, { id, target, urgent }: Alert, usualZone: string, now: Date): Promise<void> {
  const accounts = (await concerned(unit, target)).map((row) => row.id);
  const jobs = (await recipients(unit, accounts)).map((to) => ({
    account: to.viewer.accountId,
    at: (urgent ? now : afterQuiet(now, to.timeZone ?? usualZone, to)).toISOString(),
  }));
  await unit.db.execute(sql`
    insert into core.outbox (template, about, run_at, bulk)
    select ${ALERT_MAIL}, jsonb_build_object('account', j ->> 'account', 'alert', ${id}::text), (j ->> 'at')::timestamptz, true
    from jsonb_array_elements(${JSON.stringify(jobs)}::jsonb) j`);
}

/**
 * Sends an alert to those whom it concerns, once, and writes down that it was sent; who got it is not kept.
 * @throws DomainError `not_found` for everyone but stewards and operators
 */
export async function urgentAlert(viewer: Viewer, alert: Alert, now = new Date()): Promise<void> {
  mustSendAlerts(viewer);
  const { id, title, text, target, urgent } = alert;
  const { timeZone } = await readLetterTime(viewer);
  const [country, region, interest] = [
    'country' in target ? target.country : null,
    'regionKey' in target ? target.regionKey : null,
    'interestId' in target ? target.interestId : null,
  ];
  await command(async (unit) => {
    const first = await unit.db.execute(sql`
      insert into core.alerts (id, title, text, country, region_key, interest_id, urgent)
      values (${id}, ${JSON.stringify(title)}::jsonb, ${JSON.stringify(text)}::jsonb, ${country}, ${region}, ${interest}, ${urgent})
      on conflict (id) do nothing returning id`);
    if (first.length === 0) return;
    await enqueueAlert(unit, alert, timeZone, now);
    const detail = { what: interest === null ? 'place' : 'interest', urgent: urgent ? 1 : 0 };
    await writeDown(unit.db, viewer, { action: 'alert_sent', detail });
  });
}
