import { asSelf } from '#db/self.server';
import { MY_ACCESS } from '~/auth/my-access.server';
import type { SignedIn } from '~/auth/viewer';
import { readAs } from '~/sharing/read.server';
import { CONFIDENCE_PARTS } from './confidence-parts.server';
import { invitationsIGot, myDeeds } from './deeds.server';
import type { Part } from './part';
import { PROFILE_PARTS } from './profile-parts.server';
import { TAKING_PART_PARTS } from './taking-part-parts.server';

/** What the viewer's own rows are made into, by the name of the file that holds them. */
export const OWN_PARTS: Readonly<Record<string, Part>> = {
  ...PROFILE_PARTS,
  ...TAKING_PART_PARTS,
  ...CONFIDENCE_PARTS,
};

/** Rows by the name of their part. */
export type MyData = Record<string, unknown[]>;

/**
 * What the hub keeps of the viewer: nothing of anyone else, and no token or hash of one. Groups are called as the viewer
 * may see them.
 */
export async function myData(viewer: SignedIn): Promise<MyData> {
  const found: MyData = await asSelf(viewer.personId, async (sql) => {
    const parts: MyData = {};
    for (const [name, { read }] of Object.entries(OWN_PARTS))
      parts[name] = (await read(sql, viewer.personId)).map(({ row }) => row);
    return parts;
  });
  for (const [name, { read }] of Object.entries(MY_ACCESS)) found[name] = (await read(viewer)).map(({ row }) => row);
  found.invitations_i_got = await invitationsIGot(viewer);
  found.what_i_did = await myDeeds(viewer);
  for (const name of ['positions', 'signs_for_groups']) found[name] = await withGroups(viewer, found[name] ?? []);
  return found;
}

async function withGroups(viewer: SignedIn, rows: unknown[]): Promise<unknown[]> {
  const known = rows as { group_id: string }[];
  const groups = await readAs(viewer)<{ group_id: string; name: string; slug: string }[]>`
    select group_id, name, slug from groups where group_id = any(${known.map((row) => row.group_id)}::uuid[])`;
  const named = new Map(groups.map(({ group_id, ...group }) => [group_id, group]));
  return known.map(({ group_id, ...row }) => ({ ...row, group: named.get(group_id) ?? null }));
}
