import type { SignedIn } from '~/auth/viewer';
import type { Role } from '~/lib/standing';

/** Someone signed in, without a row behind them unless ids are given. */
export const asMember = (given: Partial<SignedIn> & { can?: Role[] } = {}): SignedIn => {
  const { can = [], ...rest } = given;
  return {
    kind: 'person',
    personId: '00000000-0000-4000-8000-000000000001',
    accountId: '00000000-0000-4000-8000-000000000002',
    sessionHash: '',
    standing: 'member',
    roles: new Set(can),
    asleep: [],
    proof: 'console',
    provedAt: new Date(),
    hasFactor: false,
    name: 'A Member',
    handle: 'a-member',
    locale: null,
    apart: [],
    ...rest,
  };
};
