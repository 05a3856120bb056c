import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { mySignature } from '~/features/unity/my-signature.server';
import type { PathFacts } from './steps';

interface MyFacts extends PathFacts {
  begun: boolean;
  putAway: boolean;
}

/** What the viewer's own rows say of their path. */
export async function myFacts(viewer: SignedIn): Promise<MyFacts> {
  const { current, signed } = await mySignature(viewer);
  return asSelf(viewer.personId, async (sql) => {
    const [path] = await sql<{ putAway: boolean }[]>`select put_away as "putAway" from core.welcome_paths`;
    const ticks = await sql<{ id: string }[]>`select step_id as id from core.path_ticks`;
    const [grant] =
      await sql`select 1 from core.sharing_grants where subject = 'person' and subject_id = ${viewer.personId} limit 1`;
    return {
      begun: path !== undefined,
      putAway: path?.putAway ?? false,
      ticked: new Set(ticks.map(({ id }) => id)),
      sharing: grant !== undefined,
      member: viewer.standing === 'member',
      signed: current === null ? null : signed !== null,
    };
  });
}
