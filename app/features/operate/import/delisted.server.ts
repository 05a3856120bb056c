import { createHash } from 'node:crypto';
import { delistedGroups } from '#db/schema/claims';
import { keyedHash } from '~/lib/env.server';
import { log, logError } from '~/lib/log.server';
import { fold } from '~/lib/text';
import { command, type Unit } from '~/sharing/command.server';
import { appendDelisted, type Delisted, delistedFromFile } from './delisted-file.server';
import { siteKey } from './urls';

/** What a group is known again by, once it asked not to be listed. */
export interface Traits {
  source: string | null;
  sourceId: string | null;
  name: string;
  country: string | null;
  website: string | null;
}

/** Keyed with the hub's secret, so that nobody without it can try the names of groups against a stolen backup. */
const keyed = (hash: string) => keyedHash('removed group', hash);
const hashOf = (text: string) => keyed(createHash('sha256').update(text).digest('hex'));

const nameHash = ({ name, country }: Traits) => hashOf(`${fold(name) || name}\n${country ?? ''}`);

/** A host that many groups share says nothing of one of them: there the whole address counts, or nothing. */
function hostHash({ website }: Traits): string | null {
  const key = website ? siteKey(website) : null;
  return key && hashOf(key.shared ? key.host + key.path : key.host);
}

/** Of the number that a group has in the list it came from; null for one that came from none. */
export const sourceHash = ({ source, sourceId }: Pick<Traits, 'source' | 'sourceId'>): string | null =>
  source && sourceId ? hashOf(`${source}\n${sourceId}`) : null;

type Row = typeof delistedGroups.$inferSelect;

/** A row as this version writes it: a plain hash of an older one is keyed afterwards. */
const asKeyed = (row: Row): Delisted => ({
  id: row.id,
  nameHash: row.keyed ? row.nameHash : keyed(row.nameHash),
  hostHash: row.hostHash && (row.keyed ? row.hostHash : keyed(row.hostHash)),
  sourceHash: row.keyed ? row.sourceHash : sourceHash(row),
  delistedAt: row.createdAt,
});

/** Every group that asked not to be listed. */
export const allDelisted = async ({ db }: Unit): Promise<Delisted[]> =>
  (await db.select().from(delistedGroups).orderBy(delistedGroups.createdAt)).map(asKeyed);

const writeRows = async ({ db }: Unit, groups: readonly Delisted[]): Promise<void> => {
  const rows = groups.map(({ delistedAt, ...hashes }) => ({ ...hashes, keyed: true, createdAt: delistedAt }));
  if (rows.length > 0) await db.insert(delistedGroups).values(rows).onConflictDoNothing();
};

/**
 * Notes that a group asked not to be listed, in the transaction that deletes it; once it is committed also in the file
 * beside the backups. A file that cannot be written undoes nothing: housekeeping writes what it lacks.
 */
export async function noteDelisted(unit: Unit, group: Traits & { id: string }): Promise<void> {
  const entry: Delisted = {
    id: group.id,
    nameHash: nameHash(group),
    hostHash: hostHash(group),
    sourceHash: sourceHash(group),
    delistedAt: new Date(),
  };
  await writeRows(unit, [entry]);
  unit.afterCommit(() => {
    try {
      appendDelisted([entry]);
    } catch (error) {
      log(
        `The file of removed groups could not be written (${(error as NodeJS.ErrnoException).code}); it is mended later.`,
      );
    }
  });
}

const lacking = (wanted: readonly Delisted[], present: readonly Delisted[]): Delisted[] => {
  const known = new Set(present.map(({ id }) => id));
  return wanted.filter(({ id }) => !known.has(id));
};

/** Puts what the file beside the backups knows into the table: for after a restore. @returns all of the table */
export async function takeDelistedFromFile(unit: Unit): Promise<Delisted[]> {
  await writeRows(unit, lacking(delistedFromFile(), await allDelisted(unit)));
  return allDelisted(unit);
}

/** Writes into the file what it lacks of the table, as after a disk that was full; logged if it still cannot. */
export async function mendDelistedFile(): Promise<void> {
  try {
    appendDelisted(lacking(await command(allDelisted), delistedFromFile()));
  } catch (error) {
    logError('The file of removed groups', error);
  }
}

/** Knows again every group that asked not to be listed; read once for an import. */
export async function readDelisted(unit: Unit): Promise<{ has(group: Traits): boolean }> {
  const rows = await allDelisted(unit);
  const known = new Set(
    rows.flatMap((row) => [row.nameHash, row.hostHash, row.sourceHash].filter((hash) => hash !== null)),
  );
  return {
    has: (group) =>
      [nameHash(group), hostHash(group), sourceHash(group)].some((hash) => hash !== null && known.has(hash)),
  };
}
