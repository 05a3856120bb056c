import { sql } from 'drizzle-orm';

/**
 * Whether notices may go to the account `a`: its address works, and its owner neither switched everything off nor objects
 * to being alerted.
 */
export const isReachable = sql`(
  not exists (select from core.mail_trouble t where t.account_id = a.id and t.email = a.email)
  and not exists (select from core.objections j where j.person_id = a.person_id and j.purpose = 'alerts')
  and not exists (select from core.notice_settings o where o.account_id = a.id and o.all_off))`;
