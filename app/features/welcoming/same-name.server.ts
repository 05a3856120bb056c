import type { Viewer } from '~/auth/viewer';
import { fold } from '~/lib/text';
import { readAs } from '~/sharing/read.server';

const ARTICLES = ['the', 'el', 'la', 'los', 'las', 'le', 'les'];
const ARTICLE = new RegExp(`^(?:${ARTICLES.join('|')}) `);

export interface Namesake {
  slug: string;
  name: string;
  standing: 'listed' | 'member';
}

/** A group that the viewer could find by this name, an article before it or not; null if there is none. */
export async function groupOfSameName(viewer: Viewer, name: string): Promise<Namesake | null> {
  const core = fold(name).replace(ARTICLE, '');
  const names = [core, ...ARTICLES.map((article) => `${article} ${core}`)];
  const [found] = await readAs(viewer)<Namesake[]>`
    select slug, name, standing from groups where sort_name = any(${names}::text[]) order by standing, slug limit 1`;
  return found ?? null;
}
