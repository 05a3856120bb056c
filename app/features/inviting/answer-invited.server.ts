import { sql } from 'drizzle-orm';
import { invitedPeople } from '#db/schema/inviting';
import { welcomePaths } from '#db/schema/welcoming';
import { entomb } from '~/auth/tombstones.server';
import { VISITOR } from '~/auth/viewer';
import { readNetwork } from '~/features/directory/network.server';
import type { Accepted } from '~/features/joining/answer-link.server';
import { forgetImported, holdAddresses } from '~/features/joining/imported.server';
import { profileInput } from '~/features/profile/profile.schema';
import { createAccount, createPerson } from '~/features/profile/profile-commands.server';
import { maskAddress } from '~/lib/mail/mask';
import { linkHash } from '~/lib/one-time-links.server';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command, type Unit } from '~/sharing/command.server';
import { GOES_BY } from '~/sharing/goes-by.server';
import { forgetInvitationsOf } from './forget.server';

const ACTOR = { kind: 'system', reason: 'import' } as const;

export type InvitedPage =
  | { state: 'unknown'; network: string }
  | {
      state: 'good' | 'has_account';
      network: string;
      purpose: string;
      /** ISO date and time. */
      until: string;
      inviter: string;
      words: string | null;
      name: string;
      /** Masked. */
      address: string;
    };

interface Found extends Record<string, unknown> {
  inviterId: string;
  inviter: string;
  email: string;
  name: string;
  words: string | null;
  locale: Locale;
  until: string;
  known: boolean;
}

/** Holds while its inviter is a member: of two answers at once the second finds nothing. */
async function find({ db }: Unit, token: string): Promise<Found | null> {
  const hash = linkHash(token);
  if (!hash) return null;
  const [row] = await db.execute<Found>(sql`
    select v.invited_by as "inviterId", coalesce(${GOES_BY}, '') as inviter,
      v.email, v.name, v.words, v.locale, to_json(v.expires_at) #>> '{}' as until,
      exists (select from core.accounts a where a.email = v.email) as known
    from core.member_invitations v join core.people p on p.id = v.invited_by and p.standing = 'member'
    where v.token_hash = ${hash} and v.email is not null and v.expires_at > now() for update of v`);
  return row ?? null;
}

/** What the link of a member's invitation shows to whoever has it. Reading changes nothing. */
export async function invitedPage(token: string, locale: Locale): Promise<InvitedPage> {
  const { name: network, purpose } = await readNetwork(VISITOR, locale);
  return command(async (unit): Promise<InvitedPage> => {
    const found = await find(unit, token);
    if (!found) return { state: 'unknown', network };
    const { known, until, inviter, words, name, email } = found;
    const state = known ? 'has_account' : 'good';
    return { state, network, purpose, until, inviter, words, name, address: maskAddress(email) };
  });
}

/**
 * Accepts: a newcomer with an account at the address that was written to, who was invited and vouched for by nobody yet.
 * What an import had written down of them goes.
 * @param arrived what else happens with the newcomer, in the same transaction
 */
export function acceptInvited(
  token: string,
  arrived: (unit: Unit, personId: string) => Promise<unknown>,
): Promise<Accepted> {
  return command(async (unit): Promise<Accepted> => {
    await holdAddresses(unit);
    const found = await find(unit, token);
    if (!found) return { kind: 'unknown' };
    const { email, locale, name, inviterId, known } = found;
    await forgetInvitationsOf(unit, email);
    if (known) return { kind: 'has_account' };
    await forgetImported(unit, email);
    const { id: personId } = await createPerson(ACTOR, unit, profileInput.parse({ name }), { standing: 'newcomer' });
    const accountId = await createAccount(ACTOR, unit, { personId, email, locale });
    await unit.db.insert(invitedPeople).values({ personId, invitedBy: inviterId });
    await unit.db.insert(welcomePaths).values({ personId });
    await arrived(unit, personId);
    return { kind: 'accepted', accountId };
  });
}

/** Deletes what was written down, at once, and remembers that this address is not to be asked again; false if there is nothing. */
export function declineInvited(token: string): Promise<boolean> {
  return command(async (unit) => {
    const found = await find(unit, token);
    if (!found) return false;
    const { email, known } = found;
    await forgetInvitationsOf(unit, email);
    // Who has an account did not ask to be forgotten: only what stood beside it goes.
    if (known) return true;
    await forgetImported(unit, email);
    await entomb(unit, [{ email, subjectKey: null }]);
    return true;
  });
}
