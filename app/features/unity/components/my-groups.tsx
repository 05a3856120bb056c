import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { Name } from '~/ui/name';
import type { MineOfUnity } from '../unity-page.server';

/** Groups the reader may sign for, and how each stands. */
export function MyGroups({ groups, version }: { groups: MineOfUnity['groups']; version: number }) {
  if (groups.length === 0) return null;
  return (
    <div className="stack">
      <h3>{m.unity_groups_mine()}</h3>
      <ul className="plain-list">
        {groups.map(({ slug, name, signed }) => {
          const label = signed?.version === version ? m.unity_group_see() : m.unity_group_sign();
          return (
            <li key={slug} className="row row-between">
              <span>
                <Name>{name}</Name>
                <span className="soft">
                  {' · '}
                  {signed ? m.unity_group_signed({ version: signed.version }) : m.unity_group_unsigned()}
                </span>
              </span>
              <ButtonLink to={`/groups/${slug}/signature`} kind="quiet" small aria-label={`${label}: ${name}`}>
                {label}
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
