import { z } from 'zod';
import { asSelf } from '#db/self.server';
import { askToLeave, stayAfterAll } from '~/auth/departures.server';
import { erasePerson } from '~/auth/erase-person.server';
import { isLastSteward } from '~/auth/stewards.server';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { formFlag, parseForm } from '~/lib/forms';
import { command } from '~/sharing/command.server';
import { daysToLeave } from '~/sharing/retention';

export interface Leaving {
  /** Names of the groups the viewer leads. */
  leads: string[];
  lastSteward: boolean;
  /** Days between asking and being deleted. */
  days: number;
  /** ISO date and time of the deletion of who has asked already. */
  eraseAt: string | null;
}

/** What the viewer should know before they leave, or while they do. */
export async function myLeaving(viewer: SignedIn): Promise<Leaving> {
  const own = await asSelf(viewer.personId, (sql) =>
    Promise.all([
      sql<{ name: string }[]>`select name from core.groups order by name`,
      sql<{ at: string }[]>`select to_json(erase_at) #>> '{}' as at from core.departures`,
    ]),
  );
  const { days, lastSteward } = await command(async ({ db, policy }) => ({
    days: daysToLeave(policy),
    lastSteward: viewer.roles.has('steward') && (await isLastSteward(db, viewer.personId)),
  }));
  const [leads, [departure]] = own;
  return { leads: leads.map(({ name }) => name), lastSteward, days, eraseAt: departure?.at ?? null };
}

const form = z.object({ intent: z.enum(['leave', 'now', 'stay']), sure: formFlag() });

export type LeavingAnswered = 'leaving' | 'stayed' | 'gone' | 'unconfirmed' | 'last_steward';

/** Hides the viewer until they are deleted, deletes them at once, or takes the wish back: what they ask for, if they ticked that they mean it. */
export async function submitLeaving(viewer: SignedIn, sent: FormData): Promise<LeavingAnswered> {
  const read = parseForm(form, sent);
  if (read.ok && read.data.intent === 'stay') {
    await stayAfterAll(viewer);
    return 'stayed';
  }
  if (!read.ok || !read.data.sure) return 'unconfirmed';
  try {
    if (read.data.intent === 'leave') {
      await askToLeave(viewer);
      return 'leaving';
    }
    await command((unit) => erasePerson(viewer, unit, viewer.personId));
    return 'gone';
  } catch (error) {
    if (error instanceof DomainError && error.code === 'conflict') return 'last_steward';
    throw error;
  }
}
