import type { SignedIn } from '~/auth/viewer';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { draftsFor } from './drafts/read-draft.server';
import { newText } from './new-text.server';
import { signingGroups } from './signing-groups.server';

/** What the viewer's own page says of the statement: a new text to look at, and drafts that wait for their comments. */
export async function unityAtHome(viewer: SignedIn, locale: Locale) {
  const groups = await signingGroups(viewer);
  const ids = groups.map(({ id }) => id);
  const [changed, drafts] = await Promise.all([newText(viewer, groups, locale), draftsFor(ids, locale)]);
  return { changed, drafts };
}
export type UnityAtHome = Awaited<ReturnType<typeof unityAtHome>>;
