import { sql } from 'drizzle-orm';
import { importedPeople, invitations } from '#db/schema/invitations';
import { invitationBatches, invitedPeople, memberInvitations } from '#db/schema/inviting';
import { newMemberInvitation } from '~/features/inviting/invite-somebody.server';
import { newInvitation } from '~/features/joining/invite.server';
import type { Unit } from '~/sharing/command.server';
import { uuids } from '~/sharing/load-records.server';
import type { DemoRole } from './data';
import type { DemoPlan } from './plan';

const SOURCE = 'Sign-up list of the spring gathering';
/** Of those who were imported so many were asked by the batch; the others can be. */
const ASKED = 2;
const WORDS = {
  en: 'You left your address at the table with the maps. We keep a list of people along the two rivers who help each other, and would like you to be on it if you want to.',
  es: 'Dejaste tu dirección en la mesa de los mapas. Tenemos una lista de gente de los dos ríos que se ayuda, y nos gustaría que estés en ella si quieres.',
};
const FRIENDS = [
  {
    email: 'wilhelmina.dobbs@example.org',
    name: 'Wilhelmina Dobbs',
    words: 'You asked me who tests the wells: these people.',
  },
  { email: 'old.joost@example.org', name: 'Joost van der Meulen', words: null },
] as const;

/** People who were written down by others, a batch of invitations that was sent, and friends whom a member has asked. Nobody is written to. */
export async function writeInviting(unit: Unit, plan: DemoPlan, personIds: readonly string[]): Promise<void> {
  const idOf = (role: DemoRole) => personIds[plan.people.findIndex(({ account }) => account === role)] ?? '';
  const imported = plan.people.flatMap(({ standing, profile }, at) =>
    standing === 'imported' ? [{ personId: personIds[at] ?? '', codes: profile.languageCodes ?? [] }] : [],
  );
  await unit.db
    .insert(importedPeople)
    .values(
      imported.map(({ personId }, at) => ({ personId, email: `imported-${at + 1}@example.org`, source: SOURCE })),
    );
  const asked = imported.slice(0, ASKED);
  const [batch] = await unit.db
    .insert(invitationBatches)
    .values({ startedBy: idOf('steward'), words: WORDS, perHour: 50, size: asked.length, sentAt: sql`now()` })
    .returning({ id: invitationBatches.id });
  const expiresAt = sql`now() + interval '7 days'`;
  await unit.db
    .insert(invitations)
    .values(
      asked.map(({ personId, codes }) => ({ ...inviting(personId, codes), batchId: batch?.id ?? null, expiresAt })),
    );
  await unit.db
    .insert(memberInvitations)
    .values(FRIENDS.map((friend) => newMemberInvitation(idOf('member'), { ...friend, locale: 'en' }, null)));
  const came = plan.people.flatMap(({ account, grants }, at) =>
    account === 'ordinary' && grants ? [personIds[at] ?? ''] : [],
  );
  await unit.db
    .insert(invitedPeople)
    .values(came.slice(0, 2).map((personId) => ({ personId, invitedBy: idOf('lead') })));
}

const inviting = (personId: string, codes: readonly string[]) => {
  const { tokenHash, ...row } = newInvitation(personId, codes, 'en');
  return { ...row, tokenHash: tokenHash ?? '' };
};

/** Takes away the batches that people of the demo sent, but for those that asked somebody real. */
export const removeBatches = ({ db }: Unit, people: readonly string[]) =>
  db.execute(sql`
    delete from core.invitation_batches b where b.started_by in (select unnest(${uuids(people)})::text)
      and not exists (select from core.invitations v join core.people p on p.id = v.person_id where v.batch_id = b.id and not p.demo)
      and not exists (select from core.invitation_batch_people x join core.people p on p.id = x.person_id
        where x.batch_id = b.id and not p.demo)`);
