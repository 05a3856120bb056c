import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import type { Audience } from '~/lib/audience';
import { READER_AUDIENCES, type ReaderAudience } from '~/lib/audience';
import { effectiveForPerson, isShown } from '~/sharing/effective';
import { policyInForce } from '~/sharing/policies.server';
import { readAs } from '~/sharing/read.server';

export type SharedPart =
  | 'name'
  | 'group'
  | 'region'
  | 'town'
  | 'topics'
  | 'about'
  | 'role'
  | 'since'
  | 'confirmed'
  | 'needs'
  | 'weaving';

const PARTS: Record<SharedPart, string> = {
  name: 'person.name',
  group: 'person.position',
  town: 'person.town',
  region: 'person.region',
  topics: 'person.topics',
  about: 'person.about',
  role: 'person.network_role',
  since: 'person.joined',
  confirmed: 'person.last_confirmed',
  needs: 'person.needs',
  weaving: 'person.weaving',
};

/** Which parts of the viewer's own entry each audience sees, computed from their own choices under the policy in force. */
export async function mySharing(viewer: SignedIn): Promise<Record<ReaderAudience, SharedPart[]>> {
  const [policy, saved] = await Promise.all([
    policyInForce(readAs(viewer)),
    asSelf(
      viewer.personId,
      (sql) => sql<{ category: string; audience: Audience }[]>`
        select category, audience from core.sharing_grants where subject = 'person' and subject_id = ${viewer.personId}`,
    ),
  ]);
  const grants = new Map(saved.map((row) => [row.category, row.audience]));
  const shownTo = (audience: ReaderAudience) => {
    const shows = (part: SharedPart) =>
      isShown(effectiveForPerson(policy?.category(PARTS[part]), grants, viewer.standing), audience);
    return shows('name') ? (Object.keys(PARTS) as SharedPart[]).filter(shows) : [];
  };
  return Object.fromEntries(READER_AUDIENCES.map((audience) => [audience, shownTo(audience)])) as Record<
    ReaderAudience,
    SharedPart[]
  >;
}
