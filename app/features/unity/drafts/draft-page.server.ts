import { eq } from 'drizzle-orm';
import { statementDrafts } from '#db/schema/unity';
import { mustBe } from '~/auth/must-be';
import { hasRole, type SignedIn } from '~/auth/viewer';
import { baseOf } from '~/features/directory/edit-conflicts.server';
import { readNetworkSettings } from '~/features/directory/network.server';
import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { publishStatement } from '../publish.server';
import { shownText, statementSha256 } from '../statement-text.server';
import { statements } from '../statements.server';
import { circulationOf } from './circulation.server';
import { readComments, withNames } from './comments.server';
import { DRAFT_FIELDS, draftFormValues } from './draft-fields';
import { draftOf, requireKeeper } from './drafts.server';

/** A draft as those who look after the statement work on it. @throws DomainError `not_found` for everyone else */
export async function draftPage(viewer: SignedIn, id: string, locale: Locale) {
  requireKeeper(viewer);
  const { draft, rows, circulation } = await command(async ({ db }) => ({
    draft: await draftOf(db, id),
    rows: await readComments(db, id),
    circulation: await circulationOf(db, id),
  }));
  const values = draftFormValues(draft);
  return {
    id,
    version: draft.version,
    published: draft.publishedVersion,
    closed: draft.commentsClosedAt !== null,
    values,
    base: baseOf(values, DRAFT_FIELDS),
    shown: shownText(draft, locale),
    circulation,
    comments: await withNames(viewer, rows),
    maySteward: hasRole(viewer, 'steward') as boolean,
  };
}
export type DraftPage = Awaited<ReturnType<typeof draftPage>>;

/**
 * A steward publishes a draft as they read it, as the next version.
 * @param version the draft's count of saves when it was read
 * @returns the statement's number
 * @throws DomainError `not_found` for whoever is no steward, `conflict` if it was changed since or says nothing new
 */
export async function publishDraft(viewer: SignedIn, id: string, version: number): Promise<number> {
  mustBe(viewer, 'steward');
  const language = (await readNetworkSettings(viewer))?.defaultLocale ?? 'en';
  const [current] = await statements(viewer);
  return command(async (unit) => {
    const draft = await draftOf(unit.db, id, { hold: true });
    if (draft.publishedVersion) throw new DomainError('conflict', m.unity_draft_published_already());
    if (draft.version !== version) throw new DomainError('conflict', m.unity_publish_changed());
    const { title, body, changes } = draft;
    if (!title[language] || !body[language]) throw new DomainError('conflict', m.unity_publish_incomplete());
    if (current?.sha256 === statementSha256(draft)) throw new DomainError('conflict', m.unity_publish_same());
    const published = await publishStatement(viewer, unit, { title, body, changes });
    await unit.db
      .update(statementDrafts)
      .set({ publishedVersion: published, updatedAt: new Date() })
      .where(eq(statementDrafts.id, id));
    return published;
  });
}
