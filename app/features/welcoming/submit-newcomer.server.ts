import { z } from 'zod';
import type { Viewer } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { type FormValues, formOptionalText, formText, parseForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { answerNotNow, changeNewcomer, welcomeNewcomer } from './welcome-newcomer.server';

export const DESK_LIMITS = { meeting: 500, note: 1_000 };

const simpleForm = z.object({ intent: z.enum(['take', 'welcome']) });
const handForm = z.object({ intent: z.literal('hand'), to: z.uuid() });
const meetingForm = z.object({
  intent: z.literal('meeting'),
  meeting: formOptionalText({ max: DESK_LIMITS.meeting, multiline: true }),
});
const notNowForm = z.object({
  intent: z.literal('not_now'),
  note: formText({ max: DESK_LIMITS.note, multiline: true }),
});

export type DeskResult = { kind: 'done'; welcomed: boolean } | { kind: 'refused'; message: string; values: FormValues };

/** Does what a button of a newcomer's page asks for; what stands in the way is told with what was typed. */
export async function submitNewcomer(viewer: Viewer, id: string, form: FormData): Promise<DeskResult> {
  const read = parsed(form);
  if (!read.ok) return { kind: 'refused', message: saidOf(form), values: read.values };
  try {
    const sent = read.data;
    if (sent.intent === 'hand' || sent.intent === 'meeting') await changeNewcomer(viewer, id, sent);
    else if (sent.intent === 'not_now') await answerNotNow(viewer, id, sent.note);
    else if (sent.intent === 'take') await changeNewcomer(viewer, id, { intent: 'take' });
    else await welcomeNewcomer(viewer, id);
    return { kind: 'done', welcomed: sent.intent === 'welcome' };
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'not_found')
      return { kind: 'refused', message: error.message, values: {} };
    throw error;
  }
}

function parsed(form: FormData) {
  const intent = form.get('intent');
  if (intent === 'hand') return parseForm(handForm, form);
  if (intent === 'meeting') return parseForm(meetingForm, form);
  return intent === 'not_now' ? parseForm(notNowForm, form) : parseForm(simpleForm, form);
}

function saidOf(form: FormData): string {
  const intent = form.get('intent');
  if (intent === 'not_now') return m.join_desk_note_wrong({ max: DESK_LIMITS.note });
  return intent === 'meeting' ? m.join_desk_meeting_wrong({ max: DESK_LIMITS.meeting }) : m.join_desk_no_weaver();
}
