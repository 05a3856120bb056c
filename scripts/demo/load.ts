import { sql } from 'drizzle-orm';
import { groups } from '#db/schema/groups';
import { people } from '#db/schema/people';
import { DomainError } from '~/lib/errors';
import { command } from '~/sharing/command.server';
import { DEMO_ROLES, type DemoRole } from './data';
import { addressOf, writeDemo } from './write';

/** The accounts to sign in with, one for each part someone plays in a network. */
export const DEMO_ACCOUNTS: { role: DemoRole; email: string }[] = DEMO_ROLES.map((role) => ({
  role,
  email: addressOf(role),
}));

/**
 * Loads the demo network into an empty hub: everything or, if it is broken off, nothing.
 * @throws DomainError `conflict` if there is any person or group
 */
export async function loadDemo(log: (line: string) => void): Promise<void> {
  log('Loading the demo network…');
  const written = await command(async (unit) => {
    await unit.db.execute(sql`select pg_advisory_xact_lock(hashtext('commonweave demo'))`);
    const [anyone] = await unit.db.select({ id: people.id }).from(people).limit(1);
    const [anything] = await unit.db.select({ id: groups.id }).from(groups).limit(1);
    if (anyone || anything)
      throw new DomainError('conflict', 'The demo network goes only into a hub without people and groups.');
    return writeDemo(unit);
  });
  log(`The demo network is loaded: ${written.people} people and ${written.groups} groups, all of them made up.`);
}
