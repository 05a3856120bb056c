import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import type { MySharing } from '../my-sharing.server';
import { Choices } from './choices';
import { ChoicesNotice, type ChoicesOutcome } from './choices-notice';
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
};

/** Where a person chooses who sees what of them. */
export function SharingPage({ sharing, outcome, to, open, justAnswered }: SharingPageProps) {
  const { choices, summary, anythingSaved, policy, standing } = sharing;
  const labelOf = (name: string) => choices.find((choice) => choice.name === name)?.label ?? '';
  const shares = choices.some((choice) => choice.now !== 'self');
  const name = choices.find((choice) => choice.name === 'person.name');
  return (
    <>
      <SettingsNav />
      <PageHeading title={m.privacy_sharing_title()} lede={m.privacy_sharing_lede()}>
        <p className="row">
          <Link to="/settings/sharing/log">{m.contact_log_link()}</Link>
          <Link to="/settings/sharing/blocks">{m.contact_blocks_link()}</Link>
        </p>
      </PageHeading>
      <div className="stack measure">
        {outcome ? <ChoicesNotice outcome={outcome} labelOf={labelOf} /> : null}
        {to ? <AsStep to={to} /> : null}
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
          kept={outcome?.chosen}
          unsaved={(sentence) => m.privacy_choice_unsaved({ sentence })}
        />
        <div className="stack measure section-gap" id="save">
          <p className="hint">
            {m.privacy_save_all_note()} <Link to="/settings/sharing/receipts">{m.receipts_link()}</Link>
          </p>
          <Button kind="primary" name="save" value="all">
            {m.privacy_save_all()}
          </Button>
        </div>
      </Form>
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
function AsStep({ to }: { to: string }) {
  return (
    <Notice title={m.join_sharing_title()}>
      <div className="stack">
        <p>{m.join_sharing_text()}</p>
        <p className="row">
          <a href="#save">{m.join_sharing_jump()}</a>
          <Link to={to}>{m.join_sharing_back()}</Link>
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
