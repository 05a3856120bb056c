import { z } from 'zod';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { DomainError, notFound } from '~/lib/errors';
import { cleanText, parseForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import { draftFaults } from './draft-faults.server';
import { DRAFT_LIMITS } from './draft-parts';
import { baseOf, proseOf, withProse } from './draft-text.server';
import { draftOf, keepDraft } from './drafts.server';

/** Languages a text can be written in, besides those the document has. */
const LANGUAGES = ['en', 'es'];
const WHOLE = 'all';

const textOf = (document: string, part: string) => (part === WHOLE ? document : (proseOf(document).get(part) ?? ''));
const partsOf = (document: string) => [...new Set([...LANGUAGES, ...proseOf(document).keys(), WHOLE])];

/** Lines of the document before a part's first. */
function linesBefore(document: string, part: string): number {
  if (part === WHOLE) return 0;
  const text = textOf(document, part);
  const at = document.indexOf(text, document.indexOf(`\n=== ${part}\n`));
  return document.slice(0, Math.max(0, at)).split('\n').length - 1;
}

/**
 * One part of the draft as text, with its faults by the lines of that part.
 * @param part a language, or `all` for the whole document
 * @throws DomainError `not_found` for whoever is no steward, or another part
 */
export async function draftDocument(viewer: SignedIn, part: string, now = new Date()) {
  mustBe(viewer, 'steward');
  return command(async (unit) => {
    const { document } = await draftOf(unit);
    if (!partsOf(document).includes(part)) throw notFound();
    const { faults, warnings } = draftFaults(unit.policy, document, now);
    const before = linesBefore(document, part);
    const here = [...faults, ...warnings].filter(
      (fault) => part === WHOLE || (fault.part === 'text' && fault.name === part),
    );
    return {
      part,
      parts: partsOf(document),
      text: textOf(document, part),
      base: baseOf(textOf(document, part)),
      faults: here.map(({ line, message, english }) => ({
        line: line === null ? null : Math.max(1, line - before),
        message,
        english,
      })),
    };
  });
}
export type DraftDocumentData = Awaited<ReturnType<typeof draftDocument>>;

const form = z.object({ base: z.string().max(64), text: z.string() });

/** What was typed, where it was not kept, and why. */
export type DocumentSaid = { problem: string; text: string };

/** Keeps one part of the draft as it was typed, faults and all; null once kept. */
export async function saveDocument(viewer: SignedIn, part: string, sent: FormData): Promise<DocumentSaid | null> {
  mustBe(viewer, 'steward');
  const read = parseForm(form, sent);
  if (!read.ok) throw new DomainError('invalid', m.errors_form_unreadable());
  const text = cleanText(read.data.text, true);
  const most = part === WHOLE ? DRAFT_LIMITS.document : DRAFT_LIMITS.prose;
  if (text.length > most) return { problem: m.drafting_too_long({ most }), text };
  return command(async (unit) => {
    const { document } = await draftOf(unit, { hold: true });
    if (!partsOf(document).includes(part)) throw notFound();
    if (baseOf(textOf(document, part)) !== read.data.base) return { problem: m.drafting_overtaken(), text };
    await keepDraft(unit, part === WHOLE ? `${text}\n` : withProse(document, part, text));
    return null;
  });
}
