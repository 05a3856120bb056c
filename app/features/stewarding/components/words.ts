import { m } from '~/lib/paraglide/messages.js';
import type { Role } from '~/lib/standing';

const ROLE_NAMES: Record<Role, () => string> = {
  weaver: m.security_role_weaver,
  operator: m.security_role_operator,
  steward: m.security_role_steward,
};
export const roleName = (role: Role): string => ROLE_NAMES[role]();
