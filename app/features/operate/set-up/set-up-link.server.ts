import { eq, sql } from 'drizzle-orm';
import { setUpLinks } from '#db/schema/set-up';
import type { Actor } from '~/auth/actor';
import { holdStewards } from '~/auth/stewards.server';
import { DomainError } from '~/lib/errors';
import { linkHash, linkUrl, randomToken, tokenHash } from '~/lib/one-time-links.server';
import { command, type Unit } from '~/sharing/command.server';

const HOURS = 24;

/** What stands in the way of setting up: a steward, who may be of the demo; null if nothing does. */
export async function stewardOf({ db }: Unit): Promise<'real' | 'demo' | null> {
  const rows = await db.execute<{ demo: boolean }>(sql`
    select p.demo from core.role_grants g join core.accounts a on a.id = g.account_id join core.people p on p.id = a.person_id
    where g.role = 'steward' order by p.demo limit 1`);
  if (!rows[0]) return null;
  return rows[0].demo ? 'demo' : 'real';
}

/** Whether this hub still waits for its first steward, and no demo stands in for one. */
export const needsSetUp = (): Promise<boolean> => command(async (unit) => (await stewardOf(unit)) === null);

/**
 * Makes the link that sets the network up, good for a day; an earlier one ends.
 * @throws DomainError `conflict` where there is a steward already
 */
export async function createSetUpLink(_actor: Actor, email: string): Promise<string> {
  const token = randomToken();
  await command(async (unit) => {
    await holdStewards(unit.db);
    const steward = await stewardOf(unit);
    if (steward === 'demo')
      throw new DomainError('conflict', 'The demo network is loaded here. Remove it first: npm run hub -- leave-demo');
    if (steward)
      throw new DomainError(
        'conflict',
        'This hub is already set up. To make someone a steward: npm run hub -- role grant EMAIL steward',
      );
    await unit.db.delete(setUpLinks);
    await unit.db.insert(setUpLinks).values({
      hash: tokenHash(token),
      email: email.trim().toLowerCase(),
      expiresAt: new Date(Date.now() + HOURS * 3_600_000),
    });
  });
  return linkUrl('/set-up', token);
}

export interface SetUpLink {
  id: string;
  email: string;
  good: boolean;
}

/** The link of a token, locked until the transaction ends; null if nobody made it or it was replaced. */
export async function setUpLinkOf({ db }: Unit, token: string): Promise<SetUpLink | null> {
  const hash = linkHash(token);
  const [row] = hash ? await db.select().from(setUpLinks).where(eq(setUpLinks.hash, hash)).for('update') : [];
  return row ? { id: row.id, email: row.email, good: row.expiresAt.getTime() > Date.now() } : null;
}
