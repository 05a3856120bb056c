import { sql } from 'drizzle-orm';
import type { EntryKind } from '#db/schema/concerns';
import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { offeredLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { command, type Unit } from '~/sharing/command.server';
import { stateColumn } from './rounds.server';

interface Row extends Record<string, unknown> {
  email: string;
  locale: string;
  name: string;
  network: string;
  about: string | null;
  contact: string | null;
}

const HEADINGS: Partial<Record<EntryKind, () => string>> = {
  raised: m.concern_mail_part_raised,
  told: m.concern_mail_part_told,
  from_about: m.concern_mail_part_heard,
  heard: m.concern_mail_part_heard,
  closed: m.concern_mail_part_closed,
  appeal: m.concern_mail_part_appeal,
};

/** What goes out of the hub: of a concern what was raised, of an appeal what it is about and against. */
const KINDS: Record<string, EntryKind[]> = {
  '1': ['raised'],
  '2': ['raised', 'told', 'from_about', 'heard', 'closed', 'appeal'],
};

/**
 * The mail with all of a concern, or of an appeal, for the person outside; made from its rows while they last, so that
 * every attempt to send it has the same bytes. Null once it was passed on, or has nobody to go to.
 */
export const outsideMail = ({ about: { concern = '', round = '1' } }: MailJob): Promise<Mail | null> =>
  command(async ({ db }) => {
    const state = sql`c.${stateColumn(Number(round))}`;
    const [row] = await db.execute<Row>(sql`
      select o.email, o.locale, o.name, coalesce((select name from ref.network limit 1), 'Commonweave') as network,
        c.about, case when ${round} = '1' then r.contact
          else (select e.contact from core.concern_entries e where e.concern_id = c.id and e.kind = 'appeal') end as contact
      from core.concerns c join core.concern_outside o on o.id = c.outside_id
        left join core.concern_raisers r on r.concern_id = c.id
      where c.id::text = ${concern} and ${state} = 'outside'`);
    const said = await db.execute<{ kind: EntryKind; words: string }>(sql`
      select kind, words from core.concern_entries where concern_id::text = ${concern} and words is not null
        and kind in (select jsonb_array_elements_text(${JSON.stringify(KINDS[round] ?? [])}::jsonb)) order by created_at, id`);
    const needed: EntryKind = round === '2' ? 'appeal' : 'raised';
    if (!row || !said.some(({ kind }) => kind === needed)) return null;
    const { default: ConcernOutside } = await import('#emails/ConcernOutside');
    const { network, name, about, contact } = row;
    return {
      to: row.email,
      locale: offeredLocale(row.locale),
      subject: () => m.concern_mail_outside_title({ network }),
      element: () => (
        <ConcernOutside
          {...{ network, name, about, contact, appeal: round === '2' }}
          parts={said.map(({ kind, words }) => ({ heading: HEADINGS[kind]?.() ?? '', words }))}
        />
      ),
    };
  });

/** Once the mail is sent, its words leave the hub: of a concern all there are, of an appeal those of the appeal. */
export const afterOutsideMail = ({ about: { concern = '', round = '1' } }: MailJob): Promise<void> =>
  command((unit) => forgetPassedOn(unit, concern, round === '2' ? 2 : 1, 'passed_on'));

/** Deletes what was, or could not be, passed on to the person outside; nothing if that was done before. */
export async function forgetPassedOn(
  { db }: Unit,
  concern: string,
  round: 1 | 2,
  state: 'passed_on' | 'undelivered',
): Promise<void> {
  const at = stateColumn(round);
  const [done] = await db.execute<{ id: string }>(sql`
    update core.concerns set ${at} = ${state}, about = null, ended_at = now()
    where id::text = ${concern} and ${at} = 'outside' returning id`);
  if (!done) return;
  const which = round === 2 ? sql`kind = 'appeal'` : sql`true`;
  await db.execute(sql`delete from core.concern_entries where concern_id = ${done.id} and ${which}`);
  // A visitor's own address stays as long as their link: by it they learn what became of it.
  if (round === 1)
    await db.execute(
      sql`update core.concern_raisers set contact = null where concern_id = ${done.id} and person_id is not null`,
    );
}
