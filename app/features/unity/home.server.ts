import type { SignedIn } from '~/auth/viewer';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { draftsFor } from './drafts/read-draft.server';
import { myNewest } from './my-signature.server';
import { type SigningGroup, signingGroups } from './signing-groups.server';
import { statementInForce } from './statements.server';

/** A new text since the viewer, or a group they may sign for, signed one; null when there is none. */
async function newText(viewer: SignedIn, groups: readonly SigningGroup[], locale: Locale) {
  const statement = await statementInForce(viewer, locale);
  if (!statement || statement.version === 1) return null;
  const own = await myNewest(viewer);
  const { version, changes, changesLanguage } = statement;
  const mine = own && own.version < version ? own.version : null;
  const behind = groups.flatMap(({ slug, name, signed }) =>
    signed && signed.version < version ? [{ slug, name, version: signed.version }] : [],
  );
  return mine || behind.length > 0 ? { version, changes, changesLanguage, mine, groups: behind } : null;
}
export type NewText = NonNullable<Awaited<ReturnType<typeof newText>>>;

/** What the viewer's own page says of the statement: a new text to look at, and drafts that wait for their comments. */
export async function unityAtHome(viewer: SignedIn, locale: Locale) {
  const groups = await signingGroups(viewer);
  const ids = groups.map(({ id }) => id);
  const [changed, drafts] = await Promise.all([newText(viewer, groups, locale), draftsFor(ids, locale)]);
  return { changed, drafts };
}
export type UnityAtHome = Awaited<ReturnType<typeof unityAtHome>>;
