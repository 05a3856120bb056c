import { eq, sql } from 'drizzle-orm';
import { statementDrafts } from '#db/schema/unity';
import type { SignedIn } from '~/auth/viewer';
import { baseOf, conflictsBetween } from '~/features/directory/edit-conflicts.server';
import { errorTexts } from '~/features/directory/edit-errors.server';
import { asForm, type EditConflict, one, valuesOf, withTaken } from '~/features/directory/edit-form';
import { DomainError } from '~/lib/errors';
import { type FormValues, parseForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { UNITY_LIMITS } from '../unity.schema';
import { DRAFT_FIELDS, draftFormValues } from './draft-fields';
import { draftForm, readDraft } from './draft-form';
import { draftOf, requireKeeper } from './drafts.server';
import { fieldLabel } from './field-labels';

/** What the page shows again of a draft that was not saved; nothing that was typed is lost. */
export interface DraftOutcome {
  kind: 'invalid' | 'conflict';
  values: FormValues;
  base: string;
  errors: Record<string, string>;
  conflicts: EditConflict[];
}

const WORDING = {
  label: (field: string) => (DRAFT_FIELDS.some(({ name }) => name === field) ? fieldLabel(field) : ''),
  max: (field: string) => UNITY_LIMITS[(field.split('_')[0] ?? 'title') as 'title' | 'body' | 'changes'],
};

/**
 * Saves the texts of a draft; null once saved. Where somebody else saved it meanwhile, both texts come back.
 * @throws DomainError `conflict` once it is published
 */
export function saveDraft(viewer: SignedIn, id: string, form: FormData, locale: Locale): Promise<DraftOutcome | null> {
  requireKeeper(viewer);
  const sent = valuesOf(form);
  return command(async ({ db }): Promise<DraftOutcome | null> => {
    const stored = await draftOf(db, id, { hold: true });
    if (stored.publishedVersion) throw new DomainError('conflict', m.unity_draft_published_already());
    const theirs = draftFormValues(stored);
    const values = withTaken(sent, theirs, DRAFT_FIELDS);
    const again = { values, base: one(sent, 'base'), errors: {}, conflicts: [] };
    const parsed = parseForm(draftForm, asForm(values));
    if (!parsed.ok) return { ...again, kind: 'invalid', errors: errorTexts(parsed.errors, WORDING, locale) };
    const text = readDraft(parsed.data);
    const mine = draftFormValues(text);
    const nowStored = baseOf(theirs, DRAFT_FIELDS);
    const conflicts =
      again.base === nowStored
        ? []
        : conflictsBetween(
            DRAFT_FIELDS,
            { mine, theirs, base: again.base },
            { label: fieldLabel, text: (field, all) => one(all, field) },
          );
    if (conflicts.length > 0) return { ...again, kind: 'conflict', base: nowStored, conflicts };
    await db
      .update(statementDrafts)
      .set({ ...text, version: sql`${statementDrafts.version} + 1`, updatedAt: new Date() })
      .where(eq(statementDrafts.id, id));
    return null;
  });
}
