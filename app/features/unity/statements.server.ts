import type { Sql } from '#db/client.server';
import type { Viewer } from '~/auth/viewer';
import { readNetworkSettings } from '~/features/directory/network.server';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { readAs } from '~/sharing/read.server';
import { perRevision } from '~/sharing/revision.server';
import { type StatementText, shownText } from './statement-text.server';

export interface Statement extends StatementText {
  version: number;
  sha256: string;
  publishedAt: string;
}

/** Every published version, the one in force first. */
const readStatements = perRevision(
  async (sql: Sql): Promise<Statement[]> => [
    ...(await sql<Statement[]>`
    select version, title, body, changes, sha256, to_json(published_at) #>> '{}' as "publishedAt"
    from ref.statements order by version desc`),
  ],
);

export const statements = (viewer: Viewer): Promise<Statement[]> => readStatements(readAs(viewer));

/** The number of the version in force; null before the first is published. */
export const currentVersion = async (viewer: Viewer): Promise<number | null> =>
  (await statements(viewer))[0]?.version ?? null;

/** A version as a page shows it, in the reader's language where it speaks it. */
export async function shownStatement(viewer: Viewer, statement: Statement, locale: Locale) {
  const fallback = (await readNetworkSettings(viewer))?.defaultLocale ?? 'en';
  const { version, sha256, publishedAt } = statement;
  return { version, sha256, publishedAt, ...shownText(statement, locale, fallback) };
}
export type ShownStatement = Awaited<ReturnType<typeof shownStatement>>;

/** The version in force as a page shows it; null before the first is published. */
export async function statementInForce(viewer: Viewer, locale: Locale): Promise<ShownStatement | null> {
  const [newest] = await statements(viewer);
  return newest ? shownStatement(viewer, newest, locale) : null;
}
