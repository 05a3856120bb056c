import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import type { MySharing } from '../my-sharing.server';
import { Choices } from './choices';
import { ChoicesNotice, type ChoicesOutcome } from './choices-notice';
import { SaveAll } from './save-all';
import { SettingsNav } from './settings-nav';
import { SharingSummary } from './sharing-summary';

type SharingPageProps = {
  sharing: MySharing;
  outcome: ChoicesOutcome | undefined;
  /** Where one comes back to, if this is a step on the way in. */
  to: string | null;
  /** How many questions of a newer policy are not answered. */
  open: number;
  justAnswered: boolean;
  /** What else is decided here. */
  children: ReactNode;
};

/** Where a person chooses who sees what of them. */
export function SharingPage({ sharing, outcome, to, open, justAnswered, children }: SharingPageProps) {
  const { choices, summary, anythingSaved, policy, standing } = sharing;
  const labelOf = (name: string) => choices.find((choice) => choice.name === name)?.label ?? '';
  const shares = choices.some((choice) => choice.now !== 'self');
  const unsaved = choices.some(({ fixed, saved }) => !fixed && saved === null);
  const name = choices.find((choice) => choice.name === 'person.name');
  return (
    <>
      <SettingsNav />
      <PageHeading title={m.privacy_sharing_title()} lede={m.privacy_sharing_lede()}>
        <p className="row">
          <ButtonLink small to="/settings/sharing/seen">
            {m.choices_seen_link()}
          </ButtonLink>
          <ButtonLink small to="/settings/security/hiding">
            {m.choices_hide_link()}
          </ButtonLink>
        </p>
        <p className="row">
          <Link to="/settings/sharing/log">{m.contact_log_link()}</Link>
          <Link to="/settings/sharing/blocks">{m.contact_blocks_link()}</Link>
        </p>
      </PageHeading>
      {outcome ? (
        <div className="share-outcome measure">
          <ChoicesNotice outcome={outcome} labelOf={labelOf} />
        </div>
      ) : null}
      <div className="stack measure">
        {to ? <AsStep to={to} unsaved={unsaved} /> : null}
        <NewerPolicy open={open} justAnswered={justAnswered && !outcome} />
        <StandingNotice standing={standing} />
        {anythingSaved ? (
          <SharingSummary summary={summary} nameShared={!shares || !name || name.now !== 'self'} />
        ) : to ? null : (
          <Notice icon="seen" title={m.privacy_sharing_unsaved_title()}>
            <p>{m.privacy_sharing_unsaved_text()}</p>
          </Notice>
        )}
      </div>
      <Form method="post" className="section-gap" preventScrollReset>
        <Choices
          choices={choices}
          policySha256={policy.sha256}
          pressed={outcome && 'one' in outcome ? outcome.one : null}
          unsaved={(sentence) => m.privacy_choice_unsaved({ sentence })}
        />
        <SaveAll choices={choices} receipts />
      </Form>
      {children}
    </>
  );
}

/** A quiet line while something that a newer policy allows is not answered. */
function NewerPolicy({ open, justAnswered }: { open: number; justAnswered: boolean }) {
  return (
    <>
      {justAnswered ? (
        <Notice kind="success" live>
          <p>{m.changes_saved()}</p>
        </Notice>
      ) : null}
      {open > 0 ? (
        <p>
          {m.changes_open({ count: open })} <Link to="/settings/sharing/changes">{m.changes_open_link()}</Link>
        </p>
      ) : null}
    </>
  );
}

/** What this page is for while one joins: long to read, so that the way to its end stands at its beginning. */
function AsStep({ to, unsaved }: { to: string; unsaved: boolean }) {
  return (
    <Notice title={m.join_sharing_title()}>
      <div className="stack">
        <p>{m.join_sharing_text()}</p>
        <p className="row">
          {unsaved ? <a href="#save">{m.join_sharing_jump()}</a> : null}
          <Link to={to}>{unsaved ? m.join_sharing_back() : m.choices_step_on()}</Link>
        </p>
      </div>
    </Notice>
  );
}

function StandingNotice({ standing }: { standing: MySharing['standing'] }) {
  if (standing === 'member') return null;
  if (standing === 'newcomer') {
    return (
      <Notice title={m.privacy_sharing_newcomer_title()}>
        <p>{m.privacy_sharing_newcomer_text()}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="warning" title={m.privacy_sharing_hidden_title()}>
      <p>{m.privacy_sharing_hidden_text()}</p>
    </Notice>
  );
}
