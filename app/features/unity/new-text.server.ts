import type { SignedIn } from '~/auth/viewer';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { myNewest } from './my-signature.server';
import type { SigningGroup } from './signing-groups.server';
import { statementInForce } from './statements.server';

/** A new text since the viewer, or a group they may sign for, signed one; null when there is none. */
export async function newText(viewer: SignedIn, groups: readonly SigningGroup[], locale: Locale) {
  const statement = await statementInForce(viewer, locale);
  if (!statement || statement.version === 1) return null;
  const own = await myNewest(viewer);
  const { version, publishedAt, changes, changesLanguage } = statement;
  const mine = own && own.version < version ? own.version : null;
  const behind = groups.flatMap(({ slug, name, signed }) =>
    signed && signed.version < version ? [{ slug, name, version: signed.version }] : [],
  );
  if (!mine && behind.length === 0) return null;
  return { version, publishedAt, changes, changesLanguage, mine, groups: behind };
}
export type NewText = NonNullable<Awaited<ReturnType<typeof newText>>>;
