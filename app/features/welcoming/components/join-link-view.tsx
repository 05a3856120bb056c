import { LinkButton, LinkRenewed } from '~/auth/components/link-parts';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { Name } from '~/ui/name';
import { PageHeading } from '~/ui/page-heading';
import type { JoinLink } from '../confirm.server';

type Result = { kind: 'renewed' | 'limited' | 'known' | 'spent'; minutes: number };

/** What the link of somebody who asked to join leads to: one button while it is good, otherwise the way to a new one. */
export function JoinLinkView({ link, sendsMail, result }: { link: JoinLink; sendsMail: boolean; result?: Result }) {
  if (result?.kind === 'known' || link.state === 'unknown')
    return (
      <div className="narrow stack">
        <PageHeading title={m.join_link_unknown_title()} lede={m.join_link_unknown_text()} />
        <div className="row">
          <ButtonLink to="/sign-in" kind="primary">
            {m.auth_to_sign_in()}
          </ButtonLink>
          <ButtonLink to="/join">{m.join_again()}</ButtonLink>
        </div>
      </div>
    );
  if (link.state === 'good') return <Good link={link} />;
  const spent = link.state === 'spent';
  return (
    <div className="narrow stack">
      <PageHeading
        title={spent ? m.join_link_spent_title() : m.auth_elsewhere_title()}
        lede={spent ? m.join_link_spent_text() : m.join_link_elsewhere_text()}
      />
      <LinkRenewed result={result} sendsMail={sendsMail} />
      {result?.kind === 'renewed' ? null : <LinkButton intent="renew" label={m.join_link_renew()} />}
    </div>
  );
}

function Good({ link }: { link: JoinLink }) {
  return (
    <div className="narrow stack">
      <PageHeading title={m.join_link_title()} lede={m.join_link_text()} />
      <p>
        {m.join_link_as()} <strong>{link.name ? <Name>{link.name}</Name> : null}</strong>
      </p>
      {link.group ? (
        <p>
          {m.join_link_group()} <strong>{<Name>{link.group}</Name>}</strong>
        </p>
      ) : null}
      <LinkButton intent="join" label={m.join_link_button()} />
      <p className="hint">{m.join_link_not_you()}</p>
    </div>
  );
}
