import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { StatementProse } from '../../components/statement-prose';
import type { DraftPage } from '../draft-page.server';
import type { DraftOutcome } from '../edit.server';
import { type CirculationSaid, DraftCirculation } from './draft-circulation';
import { DraftEditor } from './draft-editor';
import { KeeperComments } from './keeper-comments';

type DraftViewProps = { page: DraftPage; outcome?: DraftOutcome | undefined; said?: CirculationSaid; saved: boolean };

/** A draft for those who work on it: its texts, who reads it, what they say, and the way to publish it. */
export function DraftView({ page, outcome, said, saved }: DraftViewProps) {
  return (
    <>
      <PageHeading title={page.shown.title || m.unity_draft_untitled()} eyebrow={m.unity_draft_eyebrow()}>
        <p>
          <Link to="/operate/unity">{m.unity_drafts_title()}</Link>
        </p>
      </PageHeading>
      {saved && !outcome ? (
        <Notice kind="success" live>
          <p>{m.unity_signers_saved()}</p>
        </Notice>
      ) : null}
      {page.published ? <Published version={page.published} /> : <Writing page={page} outcome={outcome} />}
      <DraftCirculation id={page.id} circulation={page.circulation} said={said} />
      <KeeperComments page={page} />
    </>
  );
}

const Published = ({ version }: { version: number }) => (
  <Notice>
    <p>
      {m.unity_drafts_published({ version })} <Link to={`/unity/${version}`}>{m.unity_gsig_read()}</Link>
    </p>
  </Notice>
);

function Writing({ page, outcome }: Pick<DraftViewProps, 'page' | 'outcome'>) {
  return (
    <>
      <Section title={m.unity_draft_text()}>
        <DraftEditor page={page} outcome={outcome} />
      </Section>
      <Section title={m.unity_draft_preview()}>
        <StatementProse statement={page.shown} />
        <div className="section-gap-s">
          {page.maySteward ? (
            <ButtonLink to={`/operate/unity/${page.id}/publication`}>{m.unity_publish_go()}</ButtonLink>
          ) : (
            <p className="soft">{m.unity_publish_stewards()}</p>
          )}
        </div>
      </Section>
    </>
  );
}
