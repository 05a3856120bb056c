import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { contactOpenings } from '#db/schema/contact';
import { audienceOf, type Viewer } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { hitRateLimits, networkOf } from '~/lib/rate-limit.server';
import { command } from '~/sharing/command.server';
import { type ContactField, type ContactSubject, contactOf } from './contact-of.server';
import { MOST_A_DAY, MOST_OF_VISITORS } from './limits';
import { tellOfUnusual } from './tell-stewards.server';

/** Stands for whoever is not signed in. */
export const VISITOR_KEY = '00000000-0000-0000-0000-000000000000';

export interface OpenedContact {
  values: { field: ContactField; value: string }[];
}

const DAY = 86_400;

/** Whom an opening is written down for; a visitor has no key of their own. */
async function keyOf(db: Transaction, viewer: Viewer): Promise<string> {
  if (viewer.kind === 'visitor') return VISITOR_KEY;
  const [row] = await db.execute<{ key: string }>(
    sql`select key from core.subject_keys where person_id = ${viewer.personId}`,
  );
  return row?.key ?? VISITOR_KEY;
}

/** Whether someone opened as many contacts today as anyone may; one opened before counts no second time. */
async function isFull(db: Transaction, key: string, subject: string, now: Date): Promise<boolean> {
  const [row] = await db.execute<{ different: number; openings: number }>(sql`
    select count(distinct coalesce(person_key, group_id)) filter (where coalesce(person_key, group_id) <> ${subject})::int as different,
      count(*)::int as openings
    from core.contact_openings
    where opener_key = ${key} and opened_at > ${now.toISOString()}::timestamptz - interval '1 day'`);
  return (row?.different ?? 0) >= MOST_A_DAY.different || (row?.openings ?? 0) >= MOST_A_DAY.openings;
}

/**
 * Writes down that the viewer opens this contact, and then hands out what their projection holds of it. Whoever opens
 * their own is not written down. Stewards are told of unusually many.
 * @param clientAddress where the request came from: visitors are counted by their network
 * @throws DomainError `not_found`; `too_many` for whoever opened unusually many today
 */
export async function openContact(
  viewer: Viewer,
  subject: ContactSubject,
  clientAddress: string,
  now = new Date(),
): Promise<OpenedContact> {
  const offered = await contactOf(viewer, subject);
  const fields = Object.keys(offered.values) as ContactField[];
  if (fields.length > 0 && !offered.isMe) {
    if (viewer.kind === 'visitor') await limitVisitors(clientAddress);
    await command(async ({ db }) => {
      const key = await keyOf(db, viewer);
      const of = await subjectOf(db, subject.kind, offered.id);
      await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`contact ${key}`}))`);
      const signedIn = viewer.kind === 'person';
      if (signedIn && (await isFull(db, key, of.personKey ?? offered.id, now)))
        throw new DomainError('too_many', m.contact_too_many());
      const audience = audienceOf(viewer);
      const openerRole = audience === 'steward' || audience === 'weaver' ? audience : null;
      await db
        .insert(contactOpenings)
        .values(fields.map((category) => ({ openerKey: key, openerRole, ...of, category, openedAt: now })));
      if (signedIn) await tellOfUnusual(db, key, now);
    });
  }
  // Read again: what was taken back while it was written down is not handed out.
  const { values } = await contactOf(viewer, subject);
  return { values: fields.flatMap((field) => (values[field] ? [{ field, value: values[field] }] : [])) };
}

async function limitVisitors(clientAddress: string): Promise<void> {
  const limit = { what: 'contact opened', subject: networkOf(clientAddress), most: MOST_OF_VISITORS, seconds: DAY };
  if ((await hitRateLimits([limit])) > 0) throw new DomainError('too_many', m.contact_too_many());
}

async function subjectOf(db: Transaction, kind: ContactSubject['kind'], id: string) {
  if (kind === 'group') return { groupId: id, personKey: null };
  const [row] = await db.execute<{ key: string }>(sql`select key from core.subject_keys where person_id = ${id}`);
  return { groupId: null, personKey: row?.key ?? null };
}
