import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { PageHeading } from '~/ui/page-heading';
import { LinkButton, LinkRenewed } from './link-parts';

type State = 'good' | 'elsewhere' | 'spent' | 'unknown';
type Result = { kind: 'renewed' | 'limited' | 'spent'; minutes: number };

/** What a sign-in link leads to: one button while it is good, otherwise the way to a new one. */
export function LinkPage({
  state,
  sendsMail,
  result,
}: {
  state: State;
  sendsMail: boolean;
  result: Result | undefined;
}) {
  if (state === 'good')
    return (
      <div className="narrow stack">
        <PageHeading title={m.auth_confirm_title()} lede={m.auth_confirm_text()} />
        <LinkButton intent="sign-in" label={m.auth_confirm_button()} />
      </div>
    );
  if (state === 'elsewhere')
    return (
      <div className="narrow stack">
        <PageHeading title={m.auth_elsewhere_title()} lede={m.auth_elsewhere_text()} />
        <LinkRenewed result={result} sendsMail={sendsMail} />
        {result?.kind === 'renewed' ? null : <LinkButton intent="renew" label={m.auth_elsewhere_button()} />}
      </div>
    );
  const spent = state === 'spent';
  return (
    <div className="narrow stack">
      <PageHeading
        title={spent ? m.auth_spent_title() : m.auth_unknown_title()}
        lede={spent ? m.auth_spent_text() : m.auth_unknown_text()}
      />
      <LinkRenewed result={result} sendsMail={sendsMail} />
      {spent && result?.kind !== 'renewed' ? (
        <LinkButton intent="renew" label={m.auth_spent_button()} />
      ) : (
        <ButtonLink to="/sign-in">{m.auth_to_sign_in()}</ButtonLink>
      )}
    </div>
  );
}
