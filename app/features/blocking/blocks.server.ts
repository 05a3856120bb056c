import { and, eq, sql } from 'drizzle-orm';
import { blocks } from '#db/schema/contact';
import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { namesAs } from '~/features/directory/names-as.server';
import { typedPerson } from '~/features/directory/typed-person.server';
import { DomainError, notFound } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { isUuid } from '~/lib/uuid';
import { command } from '~/sharing/command.server';

/** So many keep a reader's queries quick. */
const MOST = 500;

/**
 * Keeps the viewer and someone they see apart: from the next request on neither of both finds the other. It tells them
 * nothing, and nobody writes it down. Stewards go on seeing both. A weaver or a lead with a duty towards someone who
 * blocked them meets them in it as "a member"; a concern is heard all the same.
 * @throws DomainError `not_found` for whoever is not there, is not shown to the viewer, or is kept apart already: all the
 *   same; `invalid` for the viewer themselves; `conflict` beyond 500
 */
export async function block(viewer: SignedIn, handle: string): Promise<void> {
  const seen = await typedPerson(viewer, handle);
  // A steward sees whom they blocked, and is answered like everybody else.
  if (!seen || viewer.apart.includes(seen.personId)) throw notFound();
  if (seen.personId === viewer.personId) throw new DomainError('invalid', m.contact_block_self());
  await command(async ({ db }) => {
    await db.execute(sql`select from core.people where id = ${viewer.personId} for update`);
    const [kept] = await db.execute<{ blocks: number }>(
      sql`select count(*)::int as blocks from core.blocks where person_id = ${viewer.personId}`,
    );
    if ((kept?.blocks ?? 0) >= MOST) throw new DomainError('conflict', m.contact_block_too_many());
    await db.insert(blocks).values({ personId: viewer.personId, blockedId: seen.personId }).onConflictDoNothing();
  });
}

/** Takes a block back; whether the other one keeps the viewer apart as well shows nowhere. */
export async function unblock(viewer: SignedIn, personId: string): Promise<void> {
  if (!isUuid(personId)) return;
  await command(({ db }) =>
    db.delete(blocks).where(and(eq(blocks.personId, viewer.personId), eq(blocks.blockedId, personId))),
  );
}

/**
 * Whom the viewer blocked, newest first, by the name that they would see without it. It is there whether or not the other
 * one blocked the viewer too, so that the list tells nobody of that.
 */
export async function myBlocks(viewer: SignedIn) {
  const rows = await asSelf(
    viewer.personId,
    (own) => own<{ id: string; since: Date }[]>`
      select blocked_id as id, created_at as since from core.blocks
      where person_id = ${viewer.personId} order by created_at desc, blocked_id`,
  );
  const names = await namesAs(
    { ...viewer, apart: [] },
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, since }) => ({ id, since: since.toISOString(), name: names.get(id)?.name ?? null }));
}
export type MyBlock = Awaited<ReturnType<typeof myBlocks>>[number];
