import { Link } from '@remix-run/react';
import { roleWord } from '~/auth/components/role-words';
import { m } from '~/lib/paraglide/messages.js';
import { Name } from '~/ui/name';
import type { Opener } from '../my-log.server';

/** Who opened something: by name where it is shared, by role where there is one, else a member. */
export function Who({ who }: { who: Opener }) {
  if (who.kind === 'visitor') return m.contact_who_visitor();
  const role = who.role ? roleWord(who.role) : null;
  if (who.kind === 'someone') return role ? m.contact_who_role({ role }) : m.contact_who_member();
  return (
    <>
      <Link to={`/people/${who.handle}`}>
        <Name>{who.name}</Name>
      </Link>
      {role ? <span className="soft"> · {role}</span> : null}
    </>
  );
}
