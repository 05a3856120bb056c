import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Notice } from '~/ui/notice';
import type { UnityAtHome as AtHome } from '../home.server';
import { Changes } from './changes';

/** The statement changed since the reader, or a group of theirs, signed it. */
export function UnityAtHome({ unity }: { unity: AtHome | null }) {
  if (!unity) return null;
  const { version: current, mine, groups } = unity;
  return (
    <Notice title={m.unity_home_title()}>
      <div className="stack-s stack">
        <Changes statement={unity} />
        {mine ? (
          <p>
            {m.unity_home_mine({ version: mine, current })}{' '}
            <Link to="/unity">{m.unity_home_mine_link({ current })}</Link>
          </p>
        ) : null}
        {groups.map(({ slug, name, version }) => (
          <p key={slug}>
            {m.unity_home_group({ name, version })}{' '}
            <Link to={`/groups/${slug}/signature`}>{m.unity_home_group_link({ name })}</Link>
          </p>
        ))}
      </div>
    </Notice>
  );
}
