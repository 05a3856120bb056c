import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { ProgressNote } from '~/ui/progress-note';
import type { Picks } from '../pair-fields';
import type { PairPage } from '../pair-page.server';
import type { Said } from '../said.server';
import { DecisionNote } from './decision-note';
import { PairForm } from './pair-form';
import { becauseSentence } from './words';

type Result = { outcome: 'earlier' | 'changed' | 'hindered' | 'written_since'; picks: Picks };

/** One pair: to be decided, or as it was decided. */
export function PairView({ page, said, result }: { page: PairPage; said: Said | null; result?: Result }) {
  const { runId, line, name, ours, decision, compared, next, decided, total } = page;
  const all = `/operate/import/${runId}/duplicates`;
  return (
    <div className="stack-l stack">
      {said && said.line !== line && !result ? <DecisionNote {...said} live /> : null}
      <PageHeading
        title={m.dup_title()}
        eyebrow={
          <>
            {m.dup_row_of({ line })} <bdi>{page.fileName}</bdi>
          </>
        }
        lede={
          <>
            {becauseSentence(page.because)}{' '}
            <Link to={`/groups/${ours.slug}`} aria-label={m.dup_see_ours({ name: ours.name })}>
              {m.dup_see()}
            </Link>
          </>
        }
      >
        <ProgressNote label={m.dup_progress({ decided, total })} value={decided} max={Math.max(1, total)} />
      </PageHeading>
      <ResultNotice outcome={result?.outcome} />
      {decision ? (
        <DecisionNote
          {...{ runId, line, name, decision, ours: ours.name }}
          title={result?.outcome === 'earlier' ? m.dup_earlier_title() : undefined}
          live={result !== undefined}
        />
      ) : null}
      {compared ? <PairForm compared={compared} picks={result?.picks ?? {}} /> : null}
      <div className="row">
        {next === null ? null : (
          <ButtonLink kind={compared ? 'secondary' : 'primary'} to={`${all}/${next}`}>
            {compared ? m.dup_skip() : m.dup_go_on()}
          </ButtonLink>
        )}
        <Link to={all}>{m.dup_to_list()}</Link>
      </div>
    </div>
  );
}

function ResultNotice({ outcome }: { outcome?: Result['outcome'] }) {
  if (outcome === 'changed')
    return (
      <Notice kind="warning" live title={m.dup_changed_title()}>
        <p>{m.dup_changed()}</p>
      </Notice>
    );
  if (outcome === 'hindered')
    return (
      <Notice kind="warning" live title={m.dup_hindered_title()}>
        <p>{m.dup_hindered()}</p>
      </Notice>
    );
  if (outcome === 'written_since')
    return (
      <Notice kind="warning" live title={m.dup_written_since_title()}>
        <p>{m.dup_written_since()}</p>
      </Notice>
    );
  return null;
}
