import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import type { Localised } from '#db/schema/network';
import { statementDrafts } from '#db/schema/unity';
import type { SignedIn } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import { inLanguage } from '~/lib/localised';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { isUuid } from '~/lib/uuid';
import { command } from '~/sharing/command.server';
import { DEFAULT_TEXT } from '../default-text.server';
import { groupsWithLogo } from '../group-signature.server';
import { shownText } from '../statement-text.server';
import { statements } from '../statements.server';
import { keepsStatement } from '../unity-page.server';

/** @throws DomainError `not_found` for whoever neither operates the network nor is a steward */
export function requireKeeper(viewer: SignedIn): void {
  if (!keepsStatement(viewer)) throw notFound();
}

export type Draft = typeof statementDrafts.$inferSelect;

/** A draft as stored, held until the transaction ends if `hold`. @throws DomainError `not_found` */
export async function draftOf(db: Transaction, id: string, { hold = false } = {}): Promise<Draft> {
  if (!isUuid(id)) throw notFound();
  const query = db.select().from(statementDrafts).where(eq(statementDrafts.id, id));
  const [draft] = await (hold ? query.for('update') : query);
  if (!draft) throw notFound();
  return draft;
}

interface Line {
  id: string;
  title: Localised;
  updatedAt: string;
  publishedVersion: number | null;
  comments: number;
}

/** Every draft, newest first; where there is neither a statement nor a draft, what the hub proposes. */
export async function draftsPage(viewer: SignedIn, locale: Locale) {
  requireKeeper(viewer);
  const [published, lines, logos] = await Promise.all([
    statements(viewer),
    command(({ db }) =>
      db.execute<Line & Record<string, unknown>>(sql`
        select id, title, to_json(updated_at) #>> '{}' as "updatedAt", published_version as "publishedVersion",
          (select count(*)::int from core.draft_comments c where c.draft_id = d.id) as comments
        from core.statement_drafts d order by published_version is not null, updated_at desc, id limit 100`),
    ),
    groupsWithLogo(),
  ]);
  const proposal = published.length + lines.length === 0;
  const { title, html, language } = shownText(DEFAULT_TEXT, locale);
  return {
    current: published[0]?.version ?? null,
    drafts: lines.map((line) => ({ ...line, title: inLanguage(line.title, locale).text })),
    logos,
    proposal: proposal ? { title, html, language } : null,
  };
}
export type DraftsPage = Awaited<ReturnType<typeof draftsPage>>;

/** Begins a draft with the text in force, or with what the hub proposes where there is none. @returns its id */
export async function createDraft(viewer: SignedIn): Promise<string> {
  requireKeeper(viewer);
  const [current] = await statements(viewer);
  const { title, body } = current ?? DEFAULT_TEXT;
  return command(async ({ db }) => {
    const [row] = await db
      .insert(statementDrafts)
      .values({ title, body, changes: {} })
      .returning({ id: statementDrafts.id });
    if (!row) throw new Error('The draft was not written.');
    return row.id;
  });
}
