import type { Actor } from '~/auth/actor';
import { createGroup, setPosition } from '~/features/directory/group-commands.server';
import type { GroupInput, GroupOrigin } from '~/features/directory/groups.schema';
import type { PersonOrigin, ProfileInput } from '~/features/profile/profile.schema';
import { createAccount, createPerson } from '~/features/profile/profile-commands.server';
import type { Audience } from '~/lib/audience';
import type { Role } from '~/lib/standing';
import { command } from '~/sharing/command.server';
import { saveGrants } from '~/sharing/grants.server';
import { writerSql } from '../../db/writer.server';

export const SYSTEM: Actor = { kind: 'system', reason: 'console' };

const asChoices = (grants: Record<string, Audience>) =>
  Object.entries(grants).map(([category, audience]) => ({ category, audience, wordsSha256: '0'.repeat(64) }));

/** A member with the given profile and grants; without grants nothing of them is visible. */
export function makePerson(
  profile: Partial<ProfileInput> = {},
  grants: Record<string, Audience> = {},
  origin: Partial<PersonOrigin> & { email?: string } = {},
): Promise<{ id: string; handle: string; accountId: string | null }> {
  const { email, ...rest } = origin;
  return command(async (unit) => {
    const person = await createPerson(
      SYSTEM,
      unit,
      { name: 'Sample Person', ...profile },
      { standing: 'member', ...rest },
    );
    await saveGrants(unit, { kind: 'person', id: person.id, givenBy: person.id }, asChoices(grants));
    const accountId = email ? await createAccount(SYSTEM, unit, { personId: person.id, email }) : null;
    return { ...person, accountId };
  });
}

export function makeGroup(
  input: Partial<GroupInput> = {},
  origin: Partial<GroupOrigin> = {},
  grants: Record<string, Audience> = {},
): Promise<{ id: string; slug: string }> {
  return command(async (unit) => {
    const group = await createGroup(
      SYSTEM,
      unit,
      { name: 'Sample Group', ...input },
      { standing: 'member', ...origin },
    );
    await saveGrants(unit, { kind: 'group', id: group.id, givenBy: null }, asChoices(grants));
    return group;
  });
}

export const join = (personId: string, groupId: string, position: { title?: string; leads?: boolean } = {}) =>
  command((unit) =>
    setPosition(SYSTEM, unit, { personId, groupId, title: position.title ?? null, leads: position.leads ?? false }),
  );

/** Gives an account a role as if it had always had it: its sessions go on. */
export async function giveRole(accountId: string | null, role: Role): Promise<void> {
  await writerSql()`insert into core.role_grants (account_id, role, granted_by) values (${accountId ?? ''}, ${role}, 'tests')`;
}
