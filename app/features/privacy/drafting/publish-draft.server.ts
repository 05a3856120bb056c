import { z } from 'zod';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { formOptionalText, takeForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { PolicyError } from '~/sharing/policy-document';
import { policyDifference } from '../policy-difference.server';
import { describePolicy } from '../policy-page.server';
import { publishInUnit } from '../publish-policy.server';
import { draftFaults } from './draft-faults.server';
import { baseOf, effectiveOf, withEffective } from './draft-text.server';
import { discardDraft, draftOf } from './drafts.server';

/** Days from now that are proposed for what widens, so that people hear of it before. */
const NOTICE_DAYS = 14;
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** What publishing the draft would change, and how the public page would read; or what keeps it from being published. */
export async function publicationPage(viewer: SignedIn, locale: Locale, now = new Date()) {
  mustBe(viewer, 'steward');
  return command(async (unit) => {
    const { document, stored, stale } = await draftOf(unit);
    const { policy, faults, warnings } = draftFaults(unit.policy, document, now);
    const today = dayOf(now);
    const named = effectiveOf(document);
    const proposed = named && named >= today ? named : dayOf(new Date(now.getTime() + NOTICE_DAYS * 86_400_000));
    const coming = policy && {
      version: policy.version,
      difference: policyDifference(unit.policy, policy, locale),
      page: describePolicy(policy, locale),
    };
    return {
      inForce: unit.policy.version,
      base: baseOf(document),
      nothingNew: !stored && coming && Object.values(coming.difference).every(({ length }) => length === 0),
      stale,
      faults,
      warnings,
      today,
      proposed,
      coming,
    };
  });
}
export type PublicationData = Awaited<ReturnType<typeof publicationPage>>;

const form = z.object({ base: z.string().max(64), effective: formOptionalText({ max: 20 }) });

/** Why nothing was published, and the day that was typed. */
export interface NotPublished {
  problem: string;
  field: 'effective' | null;
  effective: string;
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * Publishes the draft as it was read; null once it is in force. The draft goes with it.
 * @throws DomainError `not_found` for whoever is no steward
 */
export async function publishDraft(
  viewer: SignedIn,
  sent: FormData,
  { onProgress }: { onProgress?: (done: number, total: number) => void } = {},
): Promise<NotPublished | null> {
  const now = new Date();
  mustBe(viewer, 'steward');
  const { base, effective } = takeForm(form, sent);
  const refused = (problem: string, field: NotPublished['field'] = null) => ({
    problem,
    field,
    effective: effective ?? '',
  });
  const day = effective ?? dayOf(now);
  if (!isDay(day)) return refused(m.drafting_day_invalid(), 'effective');
  if (day < dayOf(now)) return refused(m.drafting_day_passed(), 'effective');
  try {
    return await command(async (unit) => {
      const draft = await draftOf(unit, { hold: true });
      if (draft.stale) return refused(m.drafting_stale_text({ version: unit.policy.version }));
      if (baseOf(draft.document) !== base) return refused(m.drafting_changed_since());
      await publishInUnit(viewer, unit, withEffective(draft.document, day), { now, onProgress });
      await discardDraft(unit);
      return null;
    });
  } catch (error) {
    if (error instanceof PolicyError) return refused(m.drafting_has_faults());
    if (error instanceof DomainError && error.code === 'conflict') return refused(error.message);
    throw error;
  }
}
