import { sql } from 'drizzle-orm';
import { vouches } from '#db/schema/welcoming';
import type { SignedIn } from '~/auth/viewer';
import { keyedHash } from '~/lib/env.server';
import { DomainError, notFound } from '~/lib/errors';
import { maskAddress } from '~/lib/mail/mask';
import { m } from '~/lib/paraglide/messages.js';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { command } from '~/sharing/command.server';
import { GOES_BY } from '~/sharing/goes-by.server';

/** How many addresses a newcomer may name in all: enough to mend a slip, too few to try out who is here. */
export const MOST_NAMED = 6;

function requireNewcomer(viewer: SignedIn): void {
  if (viewer.standing !== 'newcomer') throw notFound();
}

/** Whom a newcomer named, as they know the address again. Whether it is a member's, and what they said, is not among it. */
export async function whomINamed(viewer: SignedIn): Promise<string[]> {
  requireNewcomer(viewer);
  const rows = await command(({ db }) =>
    db.execute<{ shown: string }>(
      sql`select shown from core.vouches where newcomer_id = ${viewer.personId} order by created_at, id`,
    ),
  );
  return rows.map(({ shown }) => shown);
}

/**
 * Notes that somebody at this address knows the newcomer. The same is done and said whether or not a member has it; a
 * member finds the question on their own page, and nobody is written to.
 * @throws DomainError `conflict` for more than {@link MOST_NAMED}, `too_many`, `not_found` for who is no newcomer
 */
export async function nameSomeone(viewer: SignedIn, email: string): Promise<void> {
  requireNewcomer(viewer);
  const limit = { what: 'named by a newcomer', subject: viewer.personId, most: 20, seconds: 86_400 };
  if ((await hitRateLimits([limit])) > 0) throw new DomainError('too_many', m.join_write_too_many());
  await command(async ({ db }) => {
    await db.execute(sql`select id from core.people where id = ${viewer.personId} for update`);
    const [named] = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from core.vouches where newcomer_id = ${viewer.personId}`,
    );
    if ((named?.count ?? 0) >= MOST_NAMED) throw new DomainError('conflict', m.join_vouches_most({ most: MOST_NAMED }));
    const [member] = await db.execute<{ id: string }>(sql`
      select p.id from core.accounts a join core.people p on p.id = a.person_id where a.email = ${email} and p.standing = 'member'`);
    await db
      .insert(vouches)
      .values({
        newcomerId: viewer.personId,
        addressHash: keyedHash('vouch', email),
        shown: maskAddress(email),
        personId: member?.id ?? null,
      })
      .onConflictDoNothing();
  });
}

export interface VouchQuestion {
  id: string;
  name: string;
}

/**
 * Newcomers who said that the viewer knows them, by the name they gave for that. Only a member is asked, and only what
 * they have not answered.
 */
export async function questionsForMe(viewer: SignedIn): Promise<VouchQuestion[]> {
  if (viewer.standing !== 'member') return [];
  const rows = await command(({ db }) =>
    db.execute<VouchQuestion & Record<string, unknown>>(sql`
      select v.id, coalesce(${GOES_BY}, '') as name
      from core.vouches v join core.people p on p.id = v.newcomer_id and p.standing = 'newcomer'
      where v.person_id = ${viewer.personId} and v.answer is null order by v.created_at, v.id`),
  );
  return [...rows];
}

/** One such question. @throws DomainError `not_found` for everybody but the member who was named */
export async function questionForMe(viewer: SignedIn, id: string): Promise<VouchQuestion> {
  const found = (await questionsForMe(viewer)).find((each) => each.id === id);
  if (!found) throw notFound();
  return found;
}

/** Answers for the viewer; stewards and the weaver learn it, and nobody else. @throws DomainError `not_found` */
export async function answerVouch(viewer: SignedIn, id: string, answer: 'yes' | 'no' | 'rather_not'): Promise<void> {
  const { id: vouch } = await questionForMe(viewer, id);
  await command(({ db }) =>
    db.execute(sql`
      update core.vouches set answer = ${answer}, answered_at = now()
      where id = ${vouch} and person_id = ${viewer.personId} and answer is null`),
  );
}
