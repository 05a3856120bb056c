import type { Sql } from '#db/client.server';
import { asSelf } from '#db/self.server';
import { mayWiden } from '~/auth/may-widen.server';
import type { SignedIn } from '~/auth/viewer';
import { wordsShown } from '~/features/privacy/wording.server';
import { narrower } from '~/lib/audience';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { consentsOf, type SavedGrant } from '~/sharing/consents';
import { effectiveForPerson } from '~/sharing/effective';
import { readPolicyInForce } from '~/sharing/policies.server';
import { SIGNATURE } from './sign.server';

/** Who sees the viewer's name in the list if they say yes to being named. */
export interface WhoSees {
  sentence: string;
  /** Whether nobody else would, by what they chose under "what I share". */
  nobody: boolean;
}

/**
 * From the viewer's own grants or, where they have saved none for signatures, from what the policy proposes, if they
 * proved a short while ago that it is they.
 */
export async function whoSeesMyName(viewer: SignedIn, locale: Locale): Promise<WhoSees | null> {
  const widen = await mayWiden(viewer);
  return asSelf(viewer.personId, async (own) => {
    const sql = own as unknown as Sql;
    const policy = await readPolicyInForce(sql);
    const category = policy?.categoryOf(SIGNATURE.subject, SIGNATURE.field);
    if (!policy || !category) return null;
    const rows = await sql<SavedGrant[]>`
      select category, audience, policy_sha256 as "policySha256" from core.sharing_grants where subject = 'person' and subject_id = ${viewer.personId}`;
    const saved = consentsOf(policy.history, 'person', rows);
    const chosen = saved.get(SIGNATURE.field) ?? (widen ? category.default : 'self');
    const seen = narrower(
      effectiveForPerson(category, chosen, viewer.standing),
      effectiveForPerson(policy.categoryOf('person', 'name'), saved.get('name'), viewer.standing),
    );
    return { sentence: wordsShown(category, seen, locale), nobody: seen === 'self' };
  });
}
