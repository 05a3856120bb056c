import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { currentVersion } from './statements.server';

/**
 * The version in force and the newest one that the viewer signed for themselves, from their own rows; null where there
 * is none.
 */
export async function mySignature(viewer: SignedIn): Promise<{ current: number | null; signed: number | null }> {
  const [current, mine] = await Promise.all([currentVersion(viewer), myNewest(viewer)]);
  return { current, signed: mine?.version ?? null };
}

/** The viewer's newest own signature. */
export async function myNewest(viewer: SignedIn): Promise<{ version: number; named: boolean; on: string } | null> {
  const [row] = await asSelf(
    viewer.personId,
    (sql) => sql<{ version: number; named: boolean; on: string }[]>`
      select version, named, to_json(created_at) #>> '{}' as on from core.signatures
      where person_id = ${viewer.personId} order by version desc limit 1`,
  );
  return row ?? null;
}
