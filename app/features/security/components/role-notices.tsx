import { roleWord } from '~/auth/components/role-words';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { formatList } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import type { RoleProofs } from '../role-proofs';

/** For whoever has a role: that it sleeps, or that the next time it will. `here` is the page where that is mended. */
export function RoleNotices({ roles, asleep, hasFactor, here = false }: RoleProofs & { here?: boolean }) {
  const locale = useLocale();
  if (asleep.length > 0)
    return (
      <Notice kind="warning" title={m.security_asleep_title()}>
        <div className="stack">
          <p>{m.security_asleep_text({ roles: formatList(asleep.map(roleWord), locale) })}</p>
          <div className="row">
            <ButtonLink to="/sign-in/again?to=%2Fsettings%2Fsecurity">{m.security_wake()}</ButtonLink>
          </div>
        </div>
      </Notice>
    );
  if (roles.length > 0 && !hasFactor)
    return (
      <Notice kind="warning" title={m.security_bare_title()}>
        <div className="stack">
          <p>{m.security_bare_text({ roles: formatList(roles.map(roleWord), locale) })}</p>
          {here ? null : (
            <div className="row">
              <ButtonLink to="/settings/security">{m.security_bare_link()}</ButtonLink>
            </div>
          )}
        </div>
      </Notice>
    );
  return null;
}
