import type { ReaderAudience } from '~/lib/audience';
import { giveRole, makePerson } from '../factories/people';
import { cookieOf } from '../setup/served';

/** A session per audience: the cookie, or null for a visitor. Those who sign in share nothing of themselves. */
export async function makeReaders(): Promise<Record<ReaderAudience, string | null>> {
  const signIn = async (name: string, role?: 'weaver' | 'steward') => {
    const { accountId } = await makePerson({ name }, {}, { email: `${name.toLowerCase()}@example.org` });
    if (!accountId) throw new Error('No account.');
    if (role) await giveRole(accountId, role);
    return cookieOf(accountId);
  };
  return {
    public: null,
    member: await signIn('Memberreader'),
    weaver: await signIn('Weaverreader', 'weaver'),
    steward: await signIn('Stewardreader', 'steward'),
  };
}
