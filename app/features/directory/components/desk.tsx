import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import type { Role } from '~/lib/standing';
import { Card } from '~/ui/card';
import { Section } from '~/ui/section';
import { DESK } from '../desk';

/** The pages on which someone with these roles runs the network; nothing for everybody else. */
export function Desk({ roles }: { roles: readonly Role[] }) {
  const pages = DESK.filter(({ role }) => [role].flat().some((each) => roles.includes(each)));
  if (pages.length === 0) return null;
  return (
    <Section title={m.home_desk_title()} id="desk">
      <div className="grid">
        {pages.map(({ path, title, about }) => (
          <Card key={path} title={<Link to={path}>{title()}</Link>}>
            <p className="soft">{about()}</p>
          </Card>
        ))}
      </div>
    </Section>
  );
}
