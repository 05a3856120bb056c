import { sql } from 'drizzle-orm';
import { writerSql } from '#db/writer.server';
import { command } from '~/sharing/command.server';
import { shutOut } from './sign-out.server';
import type { SignedIn } from './viewer';

/** Hides the viewer from everyone but stewards, and signs them out everywhere: one step, for when there is no time. */
export function hideNow({ personId, accountId }: SignedIn): Promise<void> {
  return command(async (unit) => {
    await unit.db.execute(sql`
      update core.people set standing_before = standing, standing = 'hidden'
      where id = ${personId} and standing in ('member', 'newcomer')`);
    await shutOut(unit.db, accountId);
    unit.personChanged(personId);
  });
}

/** Makes someone who hid themselves what they were before; false for everyone else. */
export function showAgain({ personId }: SignedIn): Promise<boolean> {
  return command(async (unit) => {
    const shown = await unit.db.execute(sql`
      update core.people set standing = standing_before, standing_before = null
      where id = ${personId} and standing = 'hidden' and standing_before is not null returning 1`);
    unit.personChanged(personId);
    return shown.length > 0;
  });
}

/** Whether someone is hidden by their own doing, and may show themselves again. */
export async function hidThemselves({ personId, standing }: SignedIn): Promise<boolean> {
  if (standing !== 'hidden') return false;
  const [row] = await writerSql()`select from core.people where id = ${personId} and standing_before is not null`;
  return row !== undefined;
}
