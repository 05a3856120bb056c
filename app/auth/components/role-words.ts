import { m } from '~/lib/paraglide/messages.js';
import type { Role } from '~/lib/standing';

const ROLES: Record<Role, () => string> = {
  weaver: m.security_role_weaver,
  operator: m.security_role_operator,
  steward: m.security_role_steward,
};
export const roleWord = (role: Role): string => ROLES[role]();
