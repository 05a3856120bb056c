import type { SignedIn } from '~/auth/viewer';
import type { Role } from '~/lib/standing';

/** What someone's roles rest on in this session. */
export interface RoleProofs {
  roles: readonly Role[];
  asleep: readonly Role[];
  hasFactor: boolean;
}

export const roleProofs = ({ roles, asleep, hasFactor }: SignedIn): RoleProofs => ({
  roles: [...roles],
  asleep,
  hasFactor,
});
