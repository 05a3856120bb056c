import { sql } from 'drizzle-orm';
import { enqueue } from '~/lib/mail/outbox.server';
import { IMPORTED_KEPT_DAYS } from '~/lib/standing';
import { command } from '~/sharing/command.server';

export const REMINDER_MAIL = 'invitation-reminder';
const SILENT_DAYS = 5;
/** Days that are left to answer a reminder. */
const LEFT_DAYS = 3;
const DRAFT_DAYS = 7;

/**
 * Writes once more to everyone of a batch who got its mail five days ago and has not answered; whoever is about to be
 * deleted by their age is left in peace. Drafts that nobody sent go after a week.
 * @returns how many are reminded
 */
export const remindUnanswered = (now = new Date()): Promise<number> =>
  command(async ({ db }) => {
    const at = now.toISOString();
    await db.execute(sql`
      delete from core.invitation_batches
      where sent_at is null and created_at < ${at}::timestamptz - make_interval(days => ${DRAFT_DAYS})`);
    const rows = await db.execute<{ id: string }>(sql`
      update core.invitations v set reminded_at = ${at}::timestamptz,
        expires_at = greatest(v.expires_at, ${at}::timestamptz + make_interval(days => ${LEFT_DAYS}))
      from core.imported_people i join core.people p on p.id = i.person_id and p.standing = 'imported'
      where i.person_id = v.person_id and v.batch_id is not null and v.reminded_at is null
        and not exists (select from core.accounts a where a.email = i.email)
        and i.imported_at > ${at}::timestamptz - make_interval(days => ${IMPORTED_KEPT_DAYS - LEFT_DAYS})
        and exists (select from core.outbox o where o.template = 'invitation' and o.about ->> 'invitation' = v.id::text
          and o.state = 'sent' and o.sent_at < ${at}::timestamptz - make_interval(days => ${SILENT_DAYS}))
      returning v.id`);
    for (const { id } of rows) await enqueue(db, REMINDER_MAIL, { invitation: id });
    return rows.length;
  });
