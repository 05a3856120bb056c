import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { newcomers } from '#db/schema/welcoming';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { formText, parseForm, takeForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { command } from '~/sharing/command.server';
import { APPLY_LIMITS } from './apply.schema';
import { STARTER_STEPS } from './steps';
import { readJoining } from './stored.server';

const tickForm = z.object({ intent: z.enum(['tick', 'untick']), step: z.string().max(60) });
const placeForm = z.object({ intent: z.enum(['put-away', 'bring-back']) });
const wordsForm = z.object({ intent: z.literal('write'), why: formText({ max: APPLY_LIMITS.why, multiline: true }) });

/** Words that were not taken, to show them again with the reason. */
export interface NotTaken {
  message: string;
  why: string;
}

/**
 * Does what a form of the viewer's welcome path asks for; null once it is done.
 * @throws DomainError `invalid` for a form that is none of this page
 */
export async function walk(viewer: SignedIn, form: FormData): Promise<NotTaken | null> {
  const intent = form.get('intent');
  if (intent === 'write') return writeAgain(viewer, form);
  if (intent === 'put-away' || intent === 'bring-back') {
    await putAway(viewer, takeForm(placeForm, form).intent === 'put-away');
    return null;
  }
  const { step, intent: pressed } = takeForm(tickForm, form);
  await tick(viewer, step, pressed === 'tick');
  return null;
}

async function tick(viewer: SignedIn, step: string, done: boolean): Promise<void> {
  const { steps } = await readJoining(viewer);
  if (!(steps ?? STARTER_STEPS).some(({ id }) => id === step))
    throw new DomainError('invalid', m.errors_form_unreadable());
  await command(({ db }) =>
    db.execute(
      done
        ? sql`insert into core.path_ticks (person_id, step_id) values (${viewer.personId}, ${step}) on conflict do nothing`
        : sql`delete from core.path_ticks where person_id = ${viewer.personId} and step_id = ${step}`,
    ),
  );
}

const putAway = (viewer: SignedIn, away: boolean): Promise<void> =>
  command(async ({ db }) => {
    await db.execute(sql`
      insert into core.welcome_paths (person_id, put_away) values (${viewer.personId}, ${away})
      on conflict (person_id) do update set put_away = excluded.put_away`);
  });

/** A newcomer writes anew to those who welcome; after a "not now" they wait again. */
async function writeAgain(viewer: SignedIn, form: FormData): Promise<NotTaken | null> {
  const typed = form.get('why');
  const refuse = (message: string) => ({ message, why: typeof typed === 'string' ? typed : '' });
  const read = parseForm(wordsForm, form);
  if (!read.ok) return refuse(m.join_write_wrong({ max: APPLY_LIMITS.why }));
  if (viewer.standing !== 'newcomer') return refuse(m.join_desk_welcomed_already());
  const limit = { what: 'words of a newcomer', subject: viewer.personId, most: 5, seconds: 86_400 };
  if ((await hitRateLimits([limit])) > 0) return refuse(m.join_write_too_many());
  await command(async ({ db }) => {
    await db.execute(sql`
      insert into core.newcomers (person_id, kind) values (${viewer.personId}, 'person') on conflict do nothing`);
    await db
      .update(newcomers)
      .set({ why: read.data.why, state: 'waiting', note: null, updatedAt: new Date() })
      .where(eq(newcomers.personId, viewer.personId));
  });
  return null;
}
