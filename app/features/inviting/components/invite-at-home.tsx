import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { Section } from '~/ui/section';

/** The way to inviting somebody, on a member's own page. */
export const InviteAtHome = () => (
  <Section title={m.inviting_home_title()}>
    <div className="stack">
      <p>{m.inviting_home_text()}</p>
      <p>
        <ButtonLink to="/invitations">{m.inviting_title()}</ButtonLink>
      </p>
    </div>
  </Section>
);
