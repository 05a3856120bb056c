import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { OpenInvitation } from '../invite-somebody.server';
import type { InvitingSaid } from '../submit-invitation.server';
import { AskForm } from './ask-form';

interface InvitingPageProps {
  name: string;
  open: OpenInvitation[];
  sendsMail: boolean;
  said: InvitingSaid | undefined;
}

/** Where members invite somebody they know, and see which invitations of theirs are open. */
export function InvitingPage({ name, open, sendsMail, said }: InvitingPageProps) {
  return (
    <div className="measure">
      <PageHeading title={m.inviting_title()} lede={m.inviting_lede()} />
      <div className="stack">
        <Said said={said} />
        {sendsMail ? null : <Notice kind="warning">{m.inviting_no_mail()}</Notice>}
      </div>
      <div className="section-gap">
        <AskForm name={name} said={said} />
        <Section title={m.inviting_open_title()} id="open">
          <div className="stack">
            <p>{m.inviting_open_text()}</p>
            {open.length === 0 ? <p className="soft">{m.inviting_open_none()}</p> : null}
            <ul className="plain-list ruled">
              {open.map((invitation) => (
                <Line key={invitation.id} invitation={invitation} />
              ))}
            </ul>
          </div>
        </Section>
      </div>
    </div>
  );
}

function Line({ invitation: { id, label, since, until } }: { invitation: OpenInvitation }) {
  const locale = useLocale();
  const days = { since: formatDay(since, locale), until: formatDay(until, locale) };
  return (
    <li className="row row-between">
      <span>
        <bdi dir="ltr">{label}</bdi>
        <span className="soft"> · {m.inviting_open_days(days)}</span>
      </span>
      <Form method="post">
        <input type="hidden" name="id" value={id} />
        <Button small name="intent" value="withdraw" aria-label={m.inviting_withdraw_whom({ label, ...days })}>
          {m.inviting_withdraw()}
        </Button>
      </Form>
    </li>
  );
}

function Said({ said }: { said: InvitingSaid | undefined }) {
  const locale = useLocale();
  if (!said || said.kind === 'invalid') return null;
  const words = {
    sent: m.inviting_said_sent,
    own: m.inviting_said_own,
    too_many: m.inviting_said_too_many,
    withdrawn: m.inviting_said_withdrawn,
    gone: m.inviting_said_gone,
  };
  const text =
    said.kind === 'again' ? m.inviting_said_again({ day: formatDay(said.since, locale) }) : words[said.kind]();
  return (
    <Notice kind={said.kind === 'sent' || said.kind === 'withdrawn' ? 'success' : 'warning'} live>
      <p>{text}</p>
    </Notice>
  );
}
