import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { mustBe } from '~/auth/must-be';
import { type SignedIn, VISITOR } from '~/auth/viewer';
import { readNetwork } from '~/features/directory/network.server';
import { DomainError } from '~/lib/errors';
import { formText, parseForm, takeForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import type { PauseKind } from './pause-steps.server';
import { agreePause, askPause, endPauses, liftPause, type PauseAnswered, type PauseAsked } from './pauses.server';

export interface PauseLine {
  id: string;
  kind: PauseKind;
  /** Whether the person put it on themselves: this stewards know, and nobody else does. */
  own: boolean;
  /** As stewards saw it when it was asked for. */
  name: string;
  /** Empty where somebody held their own entry without a word. */
  reason: string;
  objection: string | null;
  /** ISO dates and times. */
  asked: string;
  begun: string | null;
  ends: string | null;
  /** Whether the viewer asked for it. */
  mine: boolean;
}

/** Pauses and safety holds, and wishes for one, for stewards; not those of the viewer's own account. */
export function listPauses(viewer: SignedIn): Promise<PauseLine[]> {
  mustBe(viewer, 'steward');
  return command(async ({ db }) => [
    ...(await db.execute<PauseLine & Record<string, unknown>>(sql`
      select id, kind, asked_by is not distinct from person_id as own, name, reason, objection, to_json(created_at) #>> '{}' as asked, to_json(begun_at) #>> '{}' as begun,
        to_json(ends_at) #>> '{}' as ends, asked_by is not distinct from ${viewer.personId}::uuid as mine
      from core.pauses where person_id <> ${viewer.personId} order by created_at desc, id`)),
  ]);
}

const ask = z.object({
  intent: z.literal('ask'),
  purpose: z.enum(['pause', 'safety']).default('pause'),
  person: formText({ max: 200 }),
  reason: formText({ max: 2000, multiline: true }),
});
const press = z.object({ intent: z.enum(['agree', 'lift']), id: z.uuid() });

export type PauseSaid =
  | PauseAsked
  | PauseAnswered
  | { kind: 'invalid'; wrong: ('person' | 'reason')[]; purpose: PauseKind; person: string; reason: string };

/**
 * Does what a button of the stewards' page asks for.
 * @throws DomainError `not_found` for anyone but stewards, `invalid` for a form that is none of this page
 */
export async function submitPause(viewer: SignedIn, form: FormData): Promise<PauseSaid> {
  if (form.get('intent') === 'ask') {
    const read = parseForm(ask, form);
    const typed = (field: string, most: number) => String(form.get(field) ?? '').slice(0, most);
    const purpose: PauseKind = form.get('purpose') === 'safety' ? 'safety' : 'pause';
    const again = (...wrong: ('person' | 'reason')[]) =>
      ({ kind: 'invalid', wrong, purpose, person: typed('person', 200), reason: typed('reason', 12_000) }) as const;
    if (!read.ok) {
      const wrong = (['person', 'reason'] as const).filter((field) => read.errors[field]);
      if (wrong.length === 0) throw new DomainError('invalid', m.errors_form_unreadable());
      return again(...wrong);
    }
    const said = await askPause(viewer, read.data.person, read.data.reason, purpose);
    return said.kind === 'nobody' ? again('person') : said;
  }
  const { intent, id } = takeForm(press, form);
  return intent === 'agree' ? agreePause(viewer, id) : liftPause(viewer, id);
}

export interface MyPause {
  network: string;
  kind: PauseKind;
  /** Whether they put it on themselves, and may lift it. */
  own: boolean;
  reason: string;
  objection: string | null;
  /** ISO dates and times. */
  begun: string;
  ends: string | null;
}

/** The pause or safety hold on the viewer's own account; null for who has none, or whose time is over by now. */
export async function myPause(viewer: SignedIn, locale: Locale): Promise<MyPause | null> {
  if (viewer.standing !== 'held') return null;
  await endPauses(new Date(), viewer.personId);
  const { name: network } = await readNetwork(VISITOR, locale);
  const [row] = await command(({ db }) =>
    db.execute<Omit<MyPause, 'network'> & Record<string, unknown>>(sql`
      select kind, kind = 'safety' and asked_by is not distinct from person_id as own, reason, objection, to_json(begun_at) #>> '{}' as begun, to_json(ends_at) #>> '{}' as ends
      from core.pauses where person_id = ${viewer.personId} and begun_at is not null`),
  );
  return row ? { ...row, network } : null;
}

const objection = z.object({ objection: formText({ max: 2000, multiline: true }) });

/**
 * Keeps what the viewer says to the pause of their own account; false if it is too long, empty, or there is no pause.
 * @throws DomainError `invalid` for a form with more in it
 */
export async function objectToPause(viewer: SignedIn, form: FormData): Promise<boolean> {
  const read = parseForm(objection, form);
  if (!read.ok && !read.errors.objection) throw new DomainError('invalid', m.errors_form_unreadable());
  if (!read.ok) return false;
  const rows = await command(({ db }) =>
    db.execute(sql`
      update core.pauses set objection = ${read.data.objection} where person_id = ${viewer.personId} and begun_at is not null
      returning 1`),
  );
  return rows.length > 0;
}
