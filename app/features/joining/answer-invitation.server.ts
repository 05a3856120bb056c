import { eq, sql } from 'drizzle-orm';
import { importedPeople } from '#db/schema/invitations';
import { people } from '#db/schema/people';
import { welcomePaths } from '#db/schema/welcoming';
import { erasePeople } from '~/auth/erase-people.server';
import { entomb } from '~/auth/tombstones.server';
import { VISITOR } from '~/auth/viewer';
import { readNetwork } from '~/features/directory/network.server';
import { createAccount } from '~/features/profile/profile-commands.server';
import { maskAddress } from '~/lib/mail/mask';
import { linkHash } from '~/lib/one-time-links.server';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { IMPORTED_KEPT_DAYS } from '~/lib/standing';
import { command, type Unit } from '~/sharing/command.server';
import type { Accepted } from './answer-link.server';

/** What somebody else wrote down about the invited person, for that person to read. */
export interface WrittenDown {
  name: string;
  pronouns: string | null;
  headline: string | null;
  phone: string | null;
  address: string;
  source: string;
  groups: string[];
  topics: string[];
  languages: string[];
  place: string | null;
}

export type InvitationPage =
  | { state: 'unknown'; network: string }
  | {
      state: 'good' | 'late' | 'has_account';
      network: string;
      purpose: string;
      until: string;
      deletedOn: string;
      about: WrittenDown;
    };

interface Found {
  personId: string;
  email: string;
  locale: 'en' | 'es';
  good: boolean;
  known: boolean;
  until: string;
  deletedOn: string;
}

/** Looks again at the standing of a person whom another answer held: of two answers at once the second finds nobody. */
async function find({ db }: Unit, token: string): Promise<Found | null> {
  const hash = linkHash(token);
  if (!hash) return null;
  const [row] = await db.execute<Found & Record<string, unknown>>(sql`
    select i.person_id as "personId", i.email, v.locale, v.expires_at > now() as good, to_json(v.expires_at) #>> '{}' as until,
      to_json(i.imported_at + make_interval(days => ${IMPORTED_KEPT_DAYS})) #>> '{}' as "deletedOn",
      exists (select from core.accounts a where a.email = i.email) as known
    from core.invitations v join core.imported_people i on i.person_id = v.person_id join core.people p on p.id = i.person_id
    where v.token_hash = ${hash} and p.standing = 'imported' for update of p`);
  return row ?? null;
}

/** What an invitation's link shows to whoever has it. Reading changes nothing. */
export async function invitationPage(token: string, locale: Locale): Promise<InvitationPage> {
  const { name: network, purpose } = await readNetwork(VISITOR, locale);
  return command(async (unit): Promise<InvitationPage> => {
    const found = await find(unit, token);
    if (!found) return { state: 'unknown', network };
    const { good, known, until, deletedOn, personId } = found;
    const state = known ? 'has_account' : good ? 'good' : 'late';
    const about = await writtenDown(unit, personId, locale);
    return { state, network, purpose, until, deletedOn, about };
  });
}

async function writtenDown({ db }: Unit, personId: string, locale: string): Promise<WrittenDown> {
  const label = sql`coalesce(t.labels ->> ${locale}, t.labels ->> 'en')`;
  const [row] = await db.execute<WrittenDown & { email: string } & Record<string, unknown>>(sql`
    select p.name, p.pronouns, p.headline, p.contact_phone as phone, i.email, i.source,
      array(select g.name || coalesce(' (' || x.title || ')', '') from core.positions x join core.groups g on g.id = x.group_id where x.person_id = p.id order by 1) as groups,
      array(select ${label} from core.person_interests x join ref.interests t on t.id = x.interest_id where x.person_id = p.id
        union select ${label} from core.person_skills x join ref.skills t on t.id = x.skill_id where x.person_id = p.id order by 1) as topics,
      array(select l.name from core.person_languages x join ref.languages l on l.code = x.code where x.person_id = p.id order by 1) as languages,
      coalesce(pl.name, rg.name, ct.names ->> ${locale}, ct.name) as place
    from core.people p join core.imported_people i on i.person_id = p.id
    left join ref.place pl on pl.id = p.town_id left join ref.region rg on rg.key = p.region_key left join ref.country ct on ct.code = p.country
    where p.id = ${personId}`);
  if (!row) throw new Error('The invited person is gone.');
  const { email, ...about } = row;
  return { ...about, address: maskAddress(email) };
}

/**
 * Accepts: the imported person becomes a member with an account at the address that was written to. Nothing of them is
 * visible until they choose. If the address has an account by now, what was imported beside it goes.
 */
export function acceptInvitation(token: string): Promise<Accepted> {
  return command(async (unit): Promise<Accepted> => {
    const found = await find(unit, token);
    if (!found) return { kind: 'unknown' };
    const { personId, email, locale, good, known } = found;
    if (known) {
      await erasePeople(unit, [personId]);
      return { kind: 'has_account' };
    }
    if (!good) return { kind: 'late' };
    await unit.db.delete(importedPeople).where(eq(importedPeople.personId, personId));
    await unit.db
      .update(people)
      .set({ standing: 'member', joinedOn: sql`current_date`, updatedAt: new Date() })
      .where(eq(people.id, personId));
    const accountId = await createAccount({ kind: 'system', reason: 'import' }, unit, { personId, email, locale });
    await unit.db.insert(welcomePaths).values({ personId });
    unit.personChanged(personId);
    return { kind: 'accepted', accountId };
  });
}

/** Deletes what was written down, at once, and remembers that this address is not to be asked again. False if there is nothing. */
export function declineInvitation(token: string): Promise<boolean> {
  return command(async (unit) => {
    const found = await find(unit, token);
    if (!found) return false;
    const erased = await erasePeople(unit, [found.personId]);
    // Who has an account did not ask to be forgotten: only what stood beside it goes.
    if (!found.known) await entomb(unit, erased);
    return true;
  });
}
