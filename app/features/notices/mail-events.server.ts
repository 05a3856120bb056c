import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { env } from '~/lib/env.server';
import { isSigned, type WebhookHeaders } from '~/lib/mail/webhook-signature.server';
import { command, type Unit } from '~/sharing/command.server';

const eventSchema = z.object({
  type: z.string(),
  data: z.object({ to: z.array(z.string()), bounce: z.object({ type: z.string() }).partial().optional() }),
});
type MailEvent = z.infer<typeof eventSchema>;

/** What an event says of the addresses it names; null for everything that is not about them. */
export function troubleOf({ type, data }: MailEvent): 'bounced' | 'complained' | null {
  if (type === 'email.complained') return 'complained';
  if (type === 'email.suppressed') return 'bounced';
  const hard = (data.bounce?.type ?? 'permanent').toLowerCase() === 'permanent';
  return type === 'email.bounced' && hard ? 'bounced' : null;
}

async function writeTrouble({ db }: Unit, event: MailEvent): Promise<void> {
  const trouble = troubleOf(event);
  if (!trouble) return;
  const to = JSON.stringify(event.data.to.map((address) => address.trim().toLowerCase()));
  const at = sql.identifier(`${trouble}_at`);
  const accounts = await db.execute<{ id: string }>(sql`
    insert into core.mail_trouble as t (account_id, email, ${at})
    select id, email, now() from core.accounts where email in (select jsonb_array_elements_text(${to}::jsonb))
    on conflict (account_id) do update set email = excluded.email, ${at} = now()
    returning account_id as id`);
  if (trouble === 'bounced') return;
  for (const { id } of accounts)
    await db.execute(sql`
      insert into core.notice_settings (account_id, all_off) values (${id}, true)
      on conflict (account_id) do update set all_off = true`);
}

const parse = (body: Buffer) => {
  try {
    return eventSchema.safeParse(JSON.parse(body.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
};

/**
 * Takes one event of the mail service: an address that mail does not reach gets no more notices, a complaint ends them
 * all. An event that came before, or that the hub knows nothing of, changes nothing.
 * @returns the status to answer with: 404 without a secret, 400 for a signature that does not fit
 */
export async function takeMailEvent(headers: WebhookHeaders, body: Buffer): Promise<200 | 400 | 404> {
  const secret = env().RESEND_WEBHOOK_SECRET;
  if (!secret) return 404;
  if (!isSigned(secret, headers, body)) return 400;
  const event = parse(body);
  if (!event) return 200;
  await command(async (unit) => {
    const fresh = await unit.db.execute(
      sql`insert into core.webhook_events (id) values (${headers.id}) on conflict do nothing returning id`,
    );
    if (fresh.length > 0) await writeTrouble(unit, event);
  });
  return 200;
}
