import { concernEntries, concernHearers, concernOutside, concernRaisers, concerns } from '#db/schema/concerns';
import { outsideRow } from '~/features/concerns/outside.server';
import type { Unit } from '~/sharing/command.server';
import type { DemoPlan } from './plan';

/** Stands outside the demo network, which has one steward only. */
export const DEMO_OUTSIDE = { name: 'Ingeborg Farrelly', email: 'outside@example.org', locale: 'en' } as const;

const WORDS = {
  raised:
    'At two meetings in a row I was talked over whenever I spoke about money, and laughed at once. I do not want anybody thrown out. I want it to stop.',
  call: 'Thank you for telling me. I can listen on Wednesday evening or Saturday morning, by phone or at the creek; you choose, and you may say no.',
  told: 'Somebody felt talked over in meetings that you led. I have decided nothing. Could we speak on Monday, so that I hear how you remember them?',
};

/** A trusted person outside, and one concern that is being heard. Nobody is written to. */
export async function writeConcerns({ db }: Unit, plan: DemoPlan, personIds: readonly string[]): Promise<void> {
  const idOf = (role: 'member' | 'lead' | 'steward') =>
    personIds[plan.people.findIndex(({ account }) => account === role)];
  const [member, lead, steward] = [idOf('member'), idOf('lead'), idOf('steward')];
  if (!member || !lead || !steward) throw new Error('The demo network has no member, lead or steward.');
  await db.insert(concernOutside).values({ ...outsideRow(DEMO_OUTSIDE), agreedAt: new Date() });
  const [concern] = await db
    .insert(concerns)
    .values({ state: 'open', aboutId: lead, toldAt: new Date(), demo: true })
    .returning({ id: concerns.id });
  const concernId = concern?.id ?? '';
  await db.insert(concernRaisers).values({ concernId, personId: member, locale: 'en' });
  await db.insert(concernHearers).values({ concernId, personId: steward, round: 1 });
  const said = [
    { kind: 'raised' as const, words: WORDS.raised, saidBy: member },
    { kind: 'call_raiser' as const, words: WORDS.call, doneBy: steward },
    { kind: 'told' as const, words: WORDS.told, doneBy: steward },
  ];
  const start = Date.now() - said.length * 60_000;
  for (const [at, entry] of said.entries())
    await db.insert(concernEntries).values({ concernId, createdAt: new Date(start + at * 60_000), ...entry });
}
