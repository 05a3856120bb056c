import { createHash } from 'node:crypto';
import { delistedGroups } from '#db/schema/claims';
import { fold } from '~/lib/text';
import type { Unit } from '~/sharing/command.server';
import { siteKey } from './urls';

/** What a group is known again by, once it asked not to be listed. */
export interface Traits {
  source: string | null;
  sourceId: string | null;
  name: string;
  country: string | null;
  website: string | null;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const nameHash = ({ name, country }: Traits) => sha256(`${fold(name) || name}\n${country ?? ''}`);

/** A host that many groups share says nothing of one of them: there the whole address counts, or nothing. */
function hostHash({ website }: Traits): string | null {
  const key = website ? siteKey(website) : null;
  return key && sha256(key.shared ? key.host + key.path : key.host);
}

/** The row that keeps a group from being listed again: hashes, and its number in the list it came from. */
export const delistedRow = (group: Traits) => ({
  source: group.source,
  sourceId: group.sourceId,
  nameHash: nameHash(group),
  hostHash: hostHash(group),
});

/** Knows again every group that asked not to be listed; read once for an import. */
export async function readDelisted({ db }: Unit): Promise<{ has(group: Traits): boolean }> {
  const rows = await db.select().from(delistedGroups);
  const known = new Set(
    rows.flatMap((row) => [
      `name ${row.nameHash}`,
      ...(row.hostHash ? [`host ${row.hostHash}`] : []),
      ...(row.source && row.sourceId ? [`source ${row.source}\n${row.sourceId}`] : []),
    ]),
  );
  return {
    has: (group) =>
      known.has(`name ${nameHash(group)}`) ||
      known.has(`host ${hostHash(group)}`) ||
      known.has(`source ${group.source}\n${group.sourceId}`),
  };
}
