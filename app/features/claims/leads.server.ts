import { type ClaimKind, claims } from '#db/schema/claims';
import type { SignedIn } from '~/auth/viewer';
import { groupILead } from '~/features/directory/group-i-lead.server';
import { leadsOf, setLead } from '~/features/directory/leads.server';
import { DomainError, notFound } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { command, type Unit } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { contestOpposed, holdGroup, openClaims } from './claim-rows.server';
import type { LeadInput } from './claims.schema';
import { tell } from './tell.server';

interface Wanted {
  kind: ClaimKind;
  personId: string;
  state: 'proposed' | 'waiting';
  words?: string | null;
}

/** Writes down a change of leads that one of them asks for; the same wish twice is one. */
async function ask(viewer: SignedIn, unit: Unit, groupId: string, wanted: Wanted): Promise<string> {
  const open = await openClaims(unit.db, groupId);
  const same = open.find(
    (claim) => claim.kind === wanted.kind && claim.personId === wanted.personId && claim.askedBy === viewer.personId,
  );
  if (same) return same.id;
  const [row] = await unit.db
    .insert(claims)
    .values({ ...wanted, groupId, askedBy: viewer.personId, waitsFrom: wanted.state === 'waiting' ? new Date() : null })
    .returning({ id: claims.id });
  if (!row) throw new Error('The claim was not written.');
  await tell(unit, row.id, wanted.state);
  await contestOpposed(unit, groupId);
  return row.id;
}

/** A command of someone who leads the group, which is held. @throws DomainError `not_found` for everyone else, `too_many` */
async function asLead<T>(
  viewer: SignedIn,
  slug: string,
  work: (unit: Unit, groupId: string, leads: string[]) => Promise<T>,
): Promise<T> {
  const { id } = await groupILead(viewer, slug);
  const limit = { what: 'leads', subject: viewer.personId, most: 30, seconds: 24 * 3600 };
  if ((await hitRateLimits([limit])) > 0) throw new DomainError('too_many', m.claims_too_many());
  return command(async (unit) => {
    await holdGroup(unit.db, id);
    const leads = await leadsOf(unit.db, id);
    if (!leads.includes(viewer.personId)) throw notFound();
    return work(unit, id, leads);
  });
}

/** A person this viewer may see, by the value of a suggestion, a handle or a whole name that only one of them has. */
async function personMeant(viewer: SignedIn, { person, personValue }: LeadInput): Promise<string | null> {
  const handle = (personValue ?? person).replace(/^@|.*\/people\//, '').trim();
  const rows = await readAs(viewer)<{ id: string }[]>`
    select person_id as id from people where handle = ${handle}
    union all select person_id from people where name = ${person} and handle <> ${handle} limit 2`;
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

/**
 * Asks that someone leads too or, as a handing over, instead of the one who asks. The person named has to say yes before
 * the wait begins.
 * @returns the claim's id; null where the words name nobody, or several people, whom this viewer may see
 * @throws DomainError `not_found`, `too_many`
 */
export async function proposeLead(viewer: SignedIn, slug: string, input: LeadInput): Promise<string | null> {
  const personId = await personMeant(viewer, input);
  return asLead(viewer, slug, async (unit, groupId, leads) => {
    if (!personId || personId === viewer.personId) return null;
    const handover = input.handover === 'yes';
    if (leads.includes(personId)) throw new DomainError('conflict', m.claims_leads_already());
    return ask(viewer, unit, groupId, {
      kind: handover ? 'handover' : 'lead',
      personId,
      state: 'proposed',
      words: input.words,
    });
  });
}

/** Asks that someone else no longer leads. Until it is settled nothing changes for them. */
export const askToRemoveLead = (viewer: SignedIn, slug: string, person: string): Promise<string> =>
  asLead(viewer, slug, (unit, groupId, leads) => {
    if (person === viewer.personId || !leads.includes(person)) throw notFound();
    return ask(viewer, unit, groupId, { kind: 'removal', personId: person, state: 'waiting' });
  });

/**
 * Stops leading, at once: nobody is made to go on for a week, and the others stay able to act. It is told to them.
 * @throws DomainError `conflict` for the only lead, who hands over instead
 */
export const stopLeading = (viewer: SignedIn, slug: string): Promise<void> =>
  asLead(viewer, slug, async (unit, groupId, leads) => {
    if (leads.length === 1) throw new DomainError('conflict', m.claims_last_lead());
    await setLead(viewer, unit, { personId: viewer.personId, groupId, leads: false });
    const [row] = await unit.db
      .insert(claims)
      .values({
        groupId,
        kind: 'leaving',
        state: 'done',
        personId: viewer.personId,
        askedBy: viewer.personId,
        decidedAt: new Date(),
      })
      .returning({ id: claims.id });
    if (row) await tell(unit, row.id, 'done');
  });
