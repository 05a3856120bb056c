import { z } from 'zod';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { formOptionalText, formText, parseForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import {
  acceptProposal,
  addTerm,
  declineProposal,
  type Kind,
  mergeTerms,
  renameTerm,
  retireTerm,
} from './change-terms.server';

const LONGEST = 80;
const kind = z.enum(['interest', 'skill']);
const labels = { en: formText({ max: LONGEST }), es: formOptionalText({ max: LONGEST }) };
const labelsOf = ({ en, es }: { en: string; es: string | null }) => (es ? { en, es } : { en });
const folded = z.string().min(1).max(400);

const addForm = z.object({ intent: z.literal('add'), kind, ...labels });
const proposalForm = z.object({ intent: z.enum(['accept', 'decline']), folded });
const renameForm = z.object({ intent: z.literal('rename'), ...labels });
const mergeForm = z.object({ intent: z.literal('merge'), into: z.coerce.number().int() });
const retireForm = z.object({ intent: z.enum(['retire', 'offer']) });

function read<T extends z.ZodRawShape>(schema: z.ZodObject<T>, form: FormData): z.output<z.ZodObject<T>> {
  const parsed = parseForm(schema, form);
  if (!parsed.ok) throw new DomainError('invalid', m.vocab_error_words());
  return parsed.data;
}

/** Handles the forms of the page of vocabularies. @throws DomainError `invalid`, `conflict`, `not_found` */
export async function submitVocabularies(viewer: SignedIn, form: FormData): Promise<void> {
  if (form.get('intent') === 'add') {
    const sent = read(addForm, form);
    await command((unit) => addTerm(viewer, unit, sent.kind, labelsOf(sent)));
    return;
  }
  const sent = read(proposalForm, form);
  const settle = sent.intent === 'accept' ? acceptProposal : declineProposal;
  await command((unit) => settle(viewer, unit, sent.folded));
}

/** Handles the forms of the page of one term. @throws DomainError `invalid`, `conflict`, `not_found` */
export async function submitTerm(viewer: SignedIn, of: Kind, id: number, form: FormData): Promise<void> {
  const intent = form.get('intent');
  if (intent === 'rename') {
    const sent = read(renameForm, form);
    await command((unit) => renameTerm(viewer, unit, of, id, labelsOf(sent)));
  } else if (intent === 'merge') {
    const { into } = read(mergeForm, form);
    await command((unit) => mergeTerms(viewer, unit, of, id, into));
  } else {
    const sent = read(retireForm, form);
    await command((unit) => retireTerm(viewer, unit, of, id, sent.intent === 'retire'));
  }
}

/** The message of what stands in the way, for the page to show; anything that is no such fault goes on. */
export async function orMessage(work: Promise<void>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'conflict' || error.code === 'invalid')) return error.message;
    throw error;
  }
}
