import { sql } from 'drizzle-orm';
import type { DuplicateChoice } from '#db/schema/imports';
import type { SignedIn } from '~/auth/viewer';
import { command, type Unit } from '~/sharing/command.server';
import { type Image, insertImage, restoreImages } from '../import/images.server';
import { holdPair } from './decide.server';

/** `changed`: the group the row was merged into was written since, and stays as it is. */
export type TakenBack = 'done' | 'nothing' | 'changed';

interface Stored extends Record<string, unknown> {
  choice: DuplicateChoice;
  before: Image | null;
  otherBefore: Image | null;
  unchanged: boolean;
}

/**
 * Takes a decision back: the pair waits again, and both groups are what they were.
 * @throws DomainError `not_found` for whoever is no operator, `conflict` for an import that was taken back whole
 */
export function takeBack(viewer: SignedIn, runId: string, line: number): Promise<TakenBack> {
  return command(async (unit) => {
    const pair = await holdPair(viewer, unit, runId, line);
    if (!pair.choice) return 'nothing';
    const [decision] = await unit.db.execute<Stored>(sql`
      select d.choice, d.before, d.other_before as "otherBefore", d.choice <> 'merged' or (g.version = d.version and g.standing = 'listed') as unchanged
      from core.duplicate_decisions d join core.groups g on g.id = d.group_id
      where d.run_id = ${runId} and d.other_id = ${pair.other}`);
    if (!decision?.unchanged) return 'changed';
    await putBack(unit, pair.ours, decision);
    await unit.db.execute(
      sql`delete from core.duplicate_decisions where run_id = ${runId} and other_id = ${pair.other}`,
    );
    return 'done';
  });
}

async function putBack(unit: Unit, ours: string, { before, otherBefore }: Stored): Promise<void> {
  if (before) await restoreImages(unit, [{ id: ours, image: before }]);
  if (otherBefore) await insertImage(unit, otherBefore);
}
