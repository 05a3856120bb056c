import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from './button';
import { Name } from './name';

/** Join or sign in, or who is signed in with the way to their pages and out again. Signing out loads a fresh document. */
export function Account({ viewer }: { viewer: null | { name: string } }) {
  if (!viewer) {
    return (
      <div className="account">
        <ButtonLink to="/join" kind="quiet">
          {m.join_nav()}
        </ButtonLink>
        <ButtonLink to="/sign-in">{m.shell_sign_in()}</ButtonLink>
      </div>
    );
  }
  return (
    <div className="account">
      <span className="account-name">
        <span className="sr-only">{m.shell_signed_in_as()} </span>
        <Name>{viewer.name}</Name>
      </span>
      <ButtonLink to="/home" kind="primary">
        {m.shell_my_hub()}
      </ButtonLink>
      <form method="post" action="/sign-out">
        <Button kind="quiet">{m.shell_sign_out()}</Button>
      </form>
    </div>
  );
}
