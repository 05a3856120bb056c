import { writerSql } from '#db/writer.server';
import type { SignedIn, Viewer } from '~/auth/viewer';
import type { RaiseInput } from '~/features/concerns/concerns.schema';
import { agreeToHear } from '~/features/concerns/contacts.server';
import { agreeOutside, nameOutside, OUTSIDE_LINK } from '~/features/concerns/outside.server';
import { type Raised, raiseConcern } from '~/features/concerns/raise.server';
import { linkToken } from '~/lib/one-time-links.server';
import type { Role } from '~/lib/standing';
import { giveRole, makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';

export const WORDS = 'Qxwords of what happened.';

let count = 0;

/** A member who shows their name to members, with an account and roles. */
export async function member(name: string, ...can: Role[]): Promise<SignedIn> {
  count += 1;
  const email = `concern-${count}@example.org`;
  const { id, handle, accountId } = await makePerson({ name }, { 'person.name': 'member' }, { email });
  for (const role of can) await giveRole(accountId, role);
  return asMember({ personId: id, accountId: accountId ?? '', handle, name, can });
}

/** Stewards of these names who said yes to taking concerns. */
export async function contacts(...names: string[]): Promise<SignedIn[]> {
  const found: SignedIn[] = [];
  for (const name of names) {
    const steward = await member(name, 'steward');
    await agreeToHear(steward);
    found.push(steward);
  }
  return found;
}

export const OUTSIDE = { name: 'Qxoutside', email: 'outside@elsewhere.example', locale: 'en' as const };

/** The trusted person outside, who said yes. */
export async function outsider(steward: SignedIn): Promise<void> {
  await nameOutside(steward, OUTSIDE);
  const [row] = await writerSql()<{ id: string }[]>`select id from core.concern_outside where agreed_at is null`;
  await agreeOutside(linkToken(OUTSIDE_LINK, row?.id ?? ''));
}

export const raise = (viewer: Viewer, more: Partial<RaiseInput> = {}): Promise<Raised> =>
  raiseConcern(
    viewer,
    { words: WORDS, about: null, contact: undefined, mayName: false, involved: [], only: false, ...more },
    { clientAddress: '192.0.2.1', locale: 'en' },
  );

/** Raises a concern that is taken, and answers its id. */
export async function raised(viewer: Viewer, more: Partial<RaiseInput> = {}): Promise<string> {
  const said = await raise(viewer, more);
  if (said.kind !== 'raised') throw new Error(`It was not taken: ${said.kind}`);
  return said.id;
}

/** Who hears a concern or its appeal, by name. */
export async function hearers(id: string, round = 1): Promise<string[]> {
  const rows = await writerSql()<{ name: string }[]>`
    select p.name from core.concern_hearers h join core.people p on p.id = h.person_id
    where h.concern_id = ${id} and h.round = ${round} order by p.name`;
  return rows.map(({ name }) => name);
}

export async function stateOf(id: string): Promise<string> {
  const [row] = await writerSql()<{ state: string }[]>`
    select state || coalesce(' ' || appeal, '') as state from core.concerns where id = ${id}`;
  return row?.state ?? 'gone';
}

/** Forgets concerns and who takes them, and takes every role. */
export async function nobodyYet(): Promise<void> {
  for (const table of ['concerns', 'concern_contacts', 'concern_outside', 'outbox', 'rate_limits', 'role_grants'])
    await writerSql().unsafe(`delete from core.${table}`);
}
