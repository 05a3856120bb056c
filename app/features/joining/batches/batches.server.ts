import { sql } from 'drizzle-orm';
import { invitationBatches } from '#db/schema/inviting';
import type { Localised } from '#db/schema/network';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import { enqueueSpread } from '~/lib/mail/spread.server';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command, type Unit } from '~/sharing/command.server';
import { newInvitation } from '../invite.server';

export const PER_HOUR = [10, 20, 50, 100, 200] as const;
/** People of one batch. */
export const MOST_AT_ONCE = 2000;

const ids = (list: readonly string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(list)}::jsonb)::uuid)`;

/** Of these people those who can be invited: imported, not asked yet, and without an account. */
const INVITABLE = sql`core.imported_people i join core.people p on p.id = i.person_id and p.standing = 'imported'
  where not exists (select from core.invitations v where v.person_id = i.person_id)
    and not exists (select from core.accounts a where a.email = i.email)`;

/**
 * Writes down whom to ask together and with which words; nobody is written to before {@link sendBatch}.
 * @returns its id, null if nobody of those chosen can be asked
 * @throws DomainError `not_found` for anyone but stewards
 */
export function draftBatch(
  viewer: SignedIn,
  { personIds, words, perHour }: { personIds: readonly string[]; words: Localised; perHour: number },
): Promise<string | null> {
  mustBe(viewer, 'steward');
  return command(async ({ db }) => {
    const [batch] = await db
      .insert(invitationBatches)
      .values({ startedBy: viewer.personId, words, perHour })
      .returning({ id: invitationBatches.id });
    if (!batch) throw new Error('The batch was not written.');
    const chosen = await db.execute(sql`
      insert into core.invitation_batch_people (batch_id, person_id)
      select ${batch.id}::uuid, i.person_id from ${INVITABLE} and i.person_id in ${ids(personIds)}
      order by i.person_id limit ${MOST_AT_ONCE} returning 1`);
    if (chosen.length > 0) return batch.id;
    await db.execute(sql`delete from core.invitation_batches where id = ${batch.id}`);
    return null;
  });
}

/** Holds a batch for one press at a time. */
async function hold({ db }: Unit, id: string): Promise<{ sent: boolean; stopped: boolean; perHour: number }> {
  const [batch] = await db.execute<{ sent: boolean; stopped: boolean; perHour: number }>(sql`
    select sent_at is not null as sent, stopped_at is not null as stopped, per_hour as "perHour"
    from core.invitation_batches where id = ${id} for update`);
  if (!batch) throw notFound();
  return batch;
}

/**
 * Invites everyone of a draft who can still be asked, so many in an hour as it says. A second press changes nothing.
 * @returns how many are asked
 * @throws DomainError `not_found` for anyone but stewards, and for a draft that is gone
 */
export function sendBatch(viewer: SignedIn, id: string, asked: Locale): Promise<number> {
  mustBe(viewer, 'steward');
  return command(async (unit) => {
    const { sent, perHour } = await hold(unit, id);
    if (sent) return 0;
    const people = await unit.db.execute<{ id: string; codes: string[] }>(sql`
      select i.person_id as id, array(select code from core.person_languages l where l.person_id = i.person_id) as codes
      from ${INVITABLE} and i.person_id in (select person_id from core.invitation_batch_people where batch_id = ${id})
      order by i.person_id for update of p`);
    const rows = people.map(({ id: personId, codes }) => newInvitation(personId, codes, asked));
    await unit.db.execute(sql`
      insert into core.invitations (id, person_id, token_hash, locale, batch_id, expires_at)
      select x.id, x."personId", x."tokenHash", x.locale, ${id}::uuid,
        now() + make_interval(days => 7, secs => (at - 1) * 3600.0 / ${perHour}::int)
      from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as (id uuid, "personId" uuid, "tokenHash" text, locale text)) with ordinality x(id, "personId", "tokenHash", locale, at)`);
    await enqueueSpread(
      unit.db,
      'invitation',
      rows.map((row) => ({ invitation: row.id })),
      perHour,
    );
    await unit.db.execute(
      sql`update core.invitation_batches set sent_at = now(), size = ${rows.length} where id = ${id}`,
    );
    await unit.db.execute(sql`delete from core.invitation_batch_people where batch_id = ${id}`);
    return rows.length;
  });
}

/**
 * Takes back every invitation of a batch whose mail was not tried yet; those people can be asked another time.
 * @returns how many were taken back
 * @throws DomainError `not_found` for anyone but stewards, and for a batch that is gone
 */
export function stopBatch(viewer: SignedIn, id: string): Promise<number> {
  mustBe(viewer, 'steward');
  return command(async (unit) => {
    await hold(unit, id);
    const stopped = await unit.db.execute(sql`
      with waiting as (
        delete from core.outbox o using core.invitations v
        where v.batch_id = ${id} and o.template = 'invitation' and o.about ->> 'invitation' = v.id::text
          and o.state = 'waiting' and o.attempts = 0 returning v.id
      )
      delete from core.invitations v using waiting w where v.id = w.id returning 1`);
    await unit.db.execute(sql`
      update core.invitation_batches set stopped_at = coalesce(stopped_at, now()), size = size - ${stopped.length}
      where id = ${id} and sent_at is not null`);
    return stopped.length;
  });
}

/** Throws a draft away; one that was sent stays. */
export function dropDraft(viewer: SignedIn, id: string): Promise<unknown> {
  mustBe(viewer, 'steward');
  return command(({ db }) => db.execute(sql`delete from core.invitation_batches where id = ${id} and sent_at is null`));
}
