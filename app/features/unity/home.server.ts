import type { SignedIn } from '~/auth/viewer';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { myNewest } from './my-signature.server';
import { signingGroups } from './signing-groups.server';
import { statementInForce } from './statements.server';

/**
 * What the viewer's own page says when the statement changed since they, or a group they may sign for, signed it; null
 * when there is nothing to say.
 */
export async function unityAtHome(viewer: SignedIn, locale: Locale) {
  const statement = await statementInForce(viewer, locale);
  if (!statement || statement.version === 1) return null;
  const [own, groups] = await Promise.all([myNewest(viewer), signingGroups(viewer)]);
  const { version, changes, changesLanguage } = statement;
  const mine = own && own.version < version ? own.version : null;
  const behind = groups.flatMap(({ slug, name, signed }) =>
    signed && signed.version < version ? [{ slug, name, version: signed.version }] : [],
  );
  return mine || behind.length > 0 ? { version, changes, changesLanguage, mine, groups: behind } : null;
}
export type UnityAtHome = NonNullable<Awaited<ReturnType<typeof unityAtHome>>>;
