import { asSelf } from '#db/self.server';
import type { SignedIn, Viewer } from '~/auth/viewer';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { readAs } from '~/sharing/read.server';
import { type GroupHit, newestGroups } from './groups-search.server';
import { mySharing } from './my-sharing.server';
import { readNetwork } from './network.server';
import { networkNumbers } from './numbers.server';

const LATEST = 3;

/** The front page: what this network says of itself, numbers this viewer could count, and the latest groups. */
export async function frontPage(viewer: Viewer, locale: Locale) {
  const [network, numbers, latest] = await Promise.all([
    readNetwork(viewer, locale),
    networkNumbers(viewer),
    newestGroups(viewer, LATEST, locale),
  ]);
  return {
    visitor: viewer.kind === 'visitor',
    network,
    numbers,
    latest: latest.map(({ interestIds: _, ...group }: GroupHit) => group),
  };
}

/** The viewer's own page: their groups, and what others see of them. */
export async function myHub(viewer: SignedIn) {
  const own = await asSelf(
    viewer.personId,
    (sql) =>
      sql<
        { group_id: string; title: string | null; leads: boolean }[]
      >`select group_id, title, leads from core.positions`,
  );
  const groups = await readAs(viewer)<{ group_id: string; slug: string; name: string }[]>`
    select group_id, slug, name from groups where group_id = any(${own.map((each) => each.group_id)}::uuid[]) order by sort_name, slug`;
  return {
    name: viewer.name,
    handle: viewer.handle,
    standing: viewer.standing,
    roles: viewer.standing === 'member' ? [...viewer.roles] : [],
    sharing: await mySharing(viewer),
    groups: groups.map(({ group_id, slug, name }) => {
      const position = own.find((each) => each.group_id === group_id);
      return { slug, name, title: position?.title ?? null, leads: position?.leads ?? false };
    }),
  };
}
export type MyHub = Awaited<ReturnType<typeof myHub>>;
