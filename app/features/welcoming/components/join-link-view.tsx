import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import type { JoinLink } from '../confirm.server';

type Result = { kind: 'renewed' | 'limited' | 'known' | 'spent'; minutes: number };

const OneButton = ({ intent, label }: { intent: 'join' | 'renew'; label: string }) => (
  // Without `reloadDocument` the page would stay in the old session's language and header.
  <Form method="post" reloadDocument>
    <Button kind="primary" name="intent" value={intent}>
      {label}
    </Button>
  </Form>
);

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
      <Said result={result} sendsMail={sendsMail} />
      {result?.kind === 'renewed' ? null : <OneButton intent="renew" label={m.join_link_renew()} />}
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
      <OneButton intent="join" label={m.join_link_button()} />
      <p className="hint">{m.join_link_not_you()}</p>
    </div>
  );
}

function Said({ result, sendsMail }: { result: Result | undefined; sendsMail: boolean }) {
  if (result?.kind === 'limited')
    return (
      <Notice kind="error" live>
        <p>{m.auth_too_many({ minutes: result.minutes })}</p>
      </Notice>
    );
  if (result?.kind !== 'renewed') return null;
  return (
    <Notice kind="success" live>
      <p>{sendsMail ? m.auth_renewed_text() : m.auth_renewed_no_mail()}</p>
    </Notice>
  );
}
