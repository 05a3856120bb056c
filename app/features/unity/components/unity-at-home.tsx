import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Notice } from '~/ui/notice';
import type { UnityAtHome as AtHome } from '../home.server';
import type { NewText } from '../new-text.server';
import { Changes } from './changes';

/** The statement changed since the reader, or a group of theirs, signed it; and drafts that wait for comments. */
export function UnityAtHome({ unity: { changed, drafts } }: { unity: AtHome }) {
  return (
    <>
      {changed ? <Changed changed={changed} /> : null}
      {drafts.length > 0 ? (
        <Notice title={m.unity_home_drafts()}>
          {drafts.map(({ id, title }) => (
            <p key={id}>
              <Link to={`/unity/circulated/${id}`}>{m.unity_home_draft_link({ title })}</Link>
            </p>
          ))}
        </Notice>
      ) : null}
    </>
  );
}

function Changed({ changed }: { changed: NewText }) {
  const { version: current, mine, groups } = changed;
  return (
    <Notice title={m.unity_home_title()}>
      <div className="stack-s stack">
        <Changes statement={changed} />
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
