import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Notice } from '~/ui/notice';
import type { ConcernsHome } from '../at-home.server';

/** What waits in confidence for the viewer; nothing where nothing does. */
export function ConcernsAtHome({ concerns }: { concerns: ConcernsHome }) {
  const { aboutMe, waiting, asked, missing, raised } = concerns;
  return (
    <>
      {aboutMe.map(({ id, ended }) => {
        const words = (
          <p key={id}>
            {m.concern_home_about()} <Link to={`/concerns/about-me/${id}`}>{m.concern_home_about_link()}</Link>
          </p>
        );
        return ended ? words : <Notice key={id}>{words}</Notice>;
      })}
      {waiting > 0 ? (
        <Notice>
          <p>
            {m.concern_home_waiting()} <Link to="/steward/concerns">{m.concern_desk_title()}</Link>
          </p>
        </Notice>
      ) : null}
      {asked || missing ? (
        <Notice kind={missing ? 'warning' : 'info'}>
          <p>
            {missing ? m.concern_home_missing() : m.concern_home_asked()}{' '}
            <Link to="/steward/concerns/people">{m.concern_people_title()}</Link>
          </p>
        </Notice>
      ) : null}
      {raised > 0 ? (
        <p>
          <Link to="/concerns">{m.concern_mine_link()}</Link>
        </p>
      ) : null}
    </>
  );
}
