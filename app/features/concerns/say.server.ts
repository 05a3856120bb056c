import type { Transaction } from '#db/client.server';
import { concernEntries } from '#db/schema/concerns';
import { DomainError } from '~/lib/errors';
import { parseForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { type Case, isHeard, roundOf } from './case.server';
import { appealForm, sayForm } from './concerns.schema';
import { tellHearers } from './tell.server';

const DAY = 86_400;
const MOST_A_DAY = 20;

/** What a page answers to what a party sent: kept, or why not with what was typed. */
export type Said =
  | { kind: 'kept' }
  | { kind: 'words' | 'contact' | 'late' | 'too_many' | 'nobody'; words: string; contact: string };

export const SAID_STATUS: Record<Said['kind'], number> = {
  kept: 200,
  words: 400,
  contact: 400,
  late: 409,
  nobody: 409,
  too_many: 429,
};

export const typedWords = (form: FormData) => ({
  words: String(form.get('words') ?? '').slice(0, 12_000),
  contact: String(form.get('contact') ?? '').slice(0, 300),
});

/**
 * What somebody says to those who hear a concern.
 * @throws DomainError `invalid` for a form that is none of these pages
 */
export function readSaid(form: FormData): { words: string } | Said {
  const read = parseForm(sayForm, form);
  if (read.ok) return { words: read.data.words };
  if (Object.keys(read.errors).some((field) => field !== 'words'))
    throw new DomainError('invalid', m.errors_form_unreadable());
  return { kind: 'words', ...typedWords(form) };
}

/** The words of an appeal, and where its answer may go. @throws DomainError `invalid` for no form of the page */
export function readAppeal(form: FormData): { words: string; contact: string | null } | Said {
  const read = parseForm(appealForm, form);
  if (read.ok) return { words: read.data.words, contact: read.data.contact ?? null };
  const wrong = (['words', 'contact'] as const).find((field) => read.errors[field]);
  if (!wrong || read.errors._form) throw new DomainError('invalid', m.errors_form_unreadable());
  return { kind: wrong, ...typedWords(form) };
}

/** Keeps what the raiser or the person concerned says while it is heard, and tells those who hear it. */
export async function keepSaid(
  db: Transaction,
  concern: Case,
  entry: { kind: 'from_raiser' | 'from_about'; words: string; saidBy: string | null },
): Promise<'kept' | 'late' | 'too_many'> {
  if (!isHeard(concern)) return 'late';
  const limit = { what: `concern ${entry.kind}`, subject: concern.id, most: MOST_A_DAY, seconds: DAY };
  if ((await hitRateLimits([limit], db)) > 0) return 'too_many';
  const round = roundOf(concern);
  await db.insert(concernEntries).values({ concernId: concern.id, round, ...entry });
  await tellHearers(db, concern.id, round);
  return 'kept';
}
