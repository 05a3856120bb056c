import { outbox } from '#db/schema/operations';
import type { Actor } from '~/auth/actor';
import { fileClaim } from '~/features/claims/claim-group.server';
import type { Unit } from '~/sharing/command.server';
import type { DemoPlan } from './plan';

const DEMO: Actor = { kind: 'system', reason: 'demo' };

/** Who says "this is us" of which listed group; the last one is said by two, and so contested. */
const CLAIMS = [
  { group: 'Central Sands Potato and People', by: 'member', position: 'Treasurer' },
  { group: 'Tablelands Bushfire Recovery Circle', by: 'lead', position: 'Cook and coordinator' },
  { group: 'Tablelands Bushfire Recovery Circle', by: 'steward', position: 'Founding member' },
] as const;

/** Claims of listed groups that wait and are contested. Nobody of the demo network is written to. */
export async function writeClaims(
  unit: Unit,
  plan: DemoPlan,
  { groupIds, personIds }: { groupIds: string[]; personIds: string[] },
): Promise<void> {
  for (const { group, by, position } of CLAIMS) {
    const groupId = groupIds[plan.groups.findIndex((each) => each.input.name === group)];
    const personId = personIds[plan.people.findIndex((each) => each.account === by)];
    if (!groupId || !personId) throw new Error(`The demo network has no ${group} or no ${by}.`);
    await fileClaim(DEMO, unit, { groupId, personId }, { position, evidence: WRITTEN.evidence, words: WRITTEN.words });
  }
  await unit.db.delete(outbox);
}

const WRITTEN = {
  evidence: 'Our newsletter names me, and you can reach me through the hall where we meet on Thursdays.',
  words: 'Two of us used to do this together; please ask me before you publish anything.',
};
