import { z } from 'zod';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { formList, formOptionalText, parseForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { draftBatch, dropDraft, PER_HOUR, sendBatch, stopBatch } from './batches.server';
import { allFound } from './read-batches.server';

const rates = PER_HOUR.map(String) as [string, ...string[]];
const words = () => formOptionalText({ max: 2000, multiline: true });
const draft = z.object({
  q: formOptionalText({ max: 200 }),
  chosen: z.enum(['all', 'ticked']),
  personId: formList(z.uuid(), { max: 100 }),
  words_en: words(),
  words_es: words(),
  perHour: z.enum(rates),
});
const press = z.object({ intent: z.enum(['send', 'stop', 'drop']) });

/** What a new batch lacks; what was typed comes back with it. */
export interface DraftFault {
  wrong: ('words_en' | 'words_es' | 'nobody')[];
  words_en: string;
  words_es: string;
}

/**
 * Writes a draft down.
 * @returns its id, or what it lacks
 * @throws DomainError `not_found` for anyone but stewards, `invalid` for a form that is none of this page
 */
export async function submitDraft(viewer: SignedIn, form: FormData): Promise<{ id: string } | DraftFault> {
  const read = parseForm(draft, form);
  const typed = (field: 'words_en' | 'words_es') => String(form.get(field) ?? '').slice(0, 12_000);
  const fault = (...wrong: DraftFault['wrong']) => ({
    wrong,
    words_en: typed('words_en'),
    words_es: typed('words_es'),
  });
  if (!read.ok) {
    const wrong = (['words_en', 'words_es'] as const).filter((field) => read.errors[field]);
    if (wrong.length === 0) throw new DomainError('invalid', m.errors_form_unreadable());
    return fault(...wrong);
  }
  const { q, chosen, personId, words_en, words_es, perHour } = read.data;
  const personIds = chosen === 'all' ? await allFound(viewer, q ?? '') : personId;
  const own = { ...(words_en && { en: words_en }), ...(words_es && { es: words_es }) };
  const id = await draftBatch(viewer, { personIds, words: own, perHour: Number(perHour) });
  return id ? { id } : fault('nobody');
}

export type BatchSaid = { kind: 'sent' | 'stopped'; count: number } | { kind: 'dropped' };

/**
 * Does what a button of a batch's page asks for.
 * @throws DomainError `not_found` for anyone but stewards and for a batch that is gone, `invalid` for no form of this page
 */
export async function submitBatch(viewer: SignedIn, id: string, form: FormData, locale: Locale): Promise<BatchSaid> {
  const read = parseForm(press, form);
  if (!read.ok || !z.uuid().safeParse(id).success) throw new DomainError('invalid', m.errors_form_unreadable());
  const { intent } = read.data;
  if (intent === 'send') return { kind: 'sent', count: await sendBatch(viewer, id, locale) };
  if (intent === 'stop') return { kind: 'stopped', count: await stopBatch(viewer, id) };
  await dropDraft(viewer, id);
  return { kind: 'dropped' };
}
