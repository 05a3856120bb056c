import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import type { PathAtHome as AtHome } from '../my-path.server';

/** The way back to the reader's welcome path, while it is not walked to its end; nothing otherwise. */
export function PathAtHome({ path }: { path: AtHome }) {
  if (!path) return null;
  return (
    <Notice title={m.join_home_title()}>
      <div className="stack">
        <p>{m.join_home_text({ done: path.done, total: path.total, next: path.next })}</p>
        <div className="row">
          <ButtonLink to="/welcome">{m.join_home_link()}</ButtonLink>
        </div>
      </div>
    </Notice>
  );
}
