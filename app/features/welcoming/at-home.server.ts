import type { SignedIn } from '~/auth/viewer';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { pathAtHome } from './my-path.server';
import { questionsForMe } from './vouches.server';

/** What the viewer's own page shows of joining: their way in while it goes on, and newcomers who said that the viewer knows them. */
export async function welcomingAtHome(viewer: SignedIn, locale: Locale) {
  const [path, questions] = await Promise.all([pathAtHome(viewer, locale), questionsForMe(viewer)]);
  return { path, questions };
}
