import { z } from 'zod';
import { asSelf } from '#db/self.server';
import { erasePerson } from '~/auth/erase-person.server';
import { isLastSteward } from '~/auth/stewards.server';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { formFlag, parseForm } from '~/lib/forms';
import { command } from '~/sharing/command.server';

export interface Leaving {
  /** Names of the groups the viewer leads. */
  leads: string[];
  lastSteward: boolean;
}

/** What the viewer should know before they leave. */
export async function myLeaving(viewer: SignedIn): Promise<Leaving> {
  const [leads, lastSteward] = await Promise.all([
    asSelf(viewer.personId, (sql) => sql<{ name: string }[]>`select name from core.groups order by name`),
    viewer.roles.has('steward') && command(({ db }) => isLastSteward(db, viewer.personId)),
  ]);
  return { leads: leads.map(({ name }) => name), lastSteward };
}

const form = z.object({ sure: formFlag() });

/** Deletes the viewer, if they ticked that they mean it. */
export async function leave(viewer: SignedIn, sent: FormData): Promise<'gone' | 'unconfirmed' | 'last_steward'> {
  const read = parseForm(form, sent);
  if (!read.ok || !read.data.sure) return 'unconfirmed';
  try {
    await command((unit) => erasePerson(viewer, unit, viewer.personId));
    return 'gone';
  } catch (error) {
    if (error instanceof DomainError && error.code === 'conflict') return 'last_steward';
    throw error;
  }
}
