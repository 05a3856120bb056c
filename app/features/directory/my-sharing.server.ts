import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { READER_AUDIENCES, type ReaderAudience } from '~/lib/audience';
import { consentsOf, type SavedGrant } from '~/sharing/consents';
import { effectiveForPerson, isShown } from '~/sharing/effective';
import { withoutObjected } from '~/sharing/objections';
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

/** The fields of the registry that a part tells of. */
const PARTS: Record<SharedPart, string[]> = {
  name: ['name'],
  group: ['position'],
  town: ['town'],
  region: ['region'],
  topics: ['interests', 'skills', 'learning', 'languages'],
  about: ['headline', 'bio', 'links'],
  role: ['network_role'],
  since: ['joined'],
  confirmed: ['last_confirmed'],
  needs: ['needs'],
  weaving: ['weaving'],
};

/** Which parts of the viewer's own entry each audience sees, computed from their own choices under the policy in force. */
export async function mySharing(viewer: SignedIn): Promise<Record<ReaderAudience, SharedPart[]>> {
  const [policy, [saved, objections]] = await Promise.all([
    policyInForce(readAs(viewer)),
    asSelf(viewer.personId, (sql) =>
      Promise.all([
        sql<SavedGrant[]>`
            select category, audience, policy_sha256 as "policySha256" from core.sharing_grants where subject = 'person' and subject_id = ${viewer.personId}`,
        sql<{ purpose: string }[]>`select purpose from core.objections`,
      ]),
    ),
  ]);
  const consents = withoutObjected(
    policy?.history.at(-1),
    consentsOf(policy?.history ?? [], 'person', saved),
    objections.map(({ purpose }) => purpose),
  );
  const shownTo = (audience: ReaderAudience) => {
    const shows = (part: SharedPart) =>
      PARTS[part].some((field) =>
        isShown(
          effectiveForPerson(policy?.categoryOf('person', field), consents.get(field), viewer.standing),
          audience,
        ),
      );
    return shows('name') ? (Object.keys(PARTS) as SharedPart[]).filter(shows) : [];
  };
  return Object.fromEntries(READER_AUDIENCES.map((audience) => [audience, shownTo(audience)])) as Record<
    ReaderAudience,
    SharedPart[]
  >;
}
