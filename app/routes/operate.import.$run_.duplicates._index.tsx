import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { DecisionNote } from '~/features/operate/duplicates/components/decision-note';
import { PairsTable } from '~/features/operate/duplicates/components/pairs-table';
import { pairsPage } from '~/features/operate/duplicates/pair-page.server';
import { saidOf } from '~/features/operate/duplicates/said.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Pagination } from '~/ui/pagination';
import { ProgressNote } from '~/ui/progress-note';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.dup_list_title(), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    const { searchParams } = new URL(request.url);
    const runId = params.run ?? '';
    const page = await pairsPage(viewer, runId, Number(searchParams.get('after')) || 0);
    return json({ page, said: await saidOf(viewer, runId, searchParams.get('said')) });
  });

export default function ImportDuplicates() {
  const { page, said } = useLoaderData<typeof loader>();
  const { runId, total, counts, next, after } = page;
  const here = `/operate/import/${runId}`;
  const decided = total - counts.waiting;
  return (
    <div className="stack-l stack">
      <PageHeading title={m.dup_list_title()} eyebrow={<bdi>{page.fileName}</bdi>} lede={m.dup_list_lede()}>
        <p>
          <Link to={here}>{m.dup_to_import()}</Link>
        </p>
      </PageHeading>
      {said ? <DecisionNote {...said} live /> : null}
      {total === 0 ? <EmptyState title={m.dup_none_title()}>{m.dup_none()}</EmptyState> : null}
      {total > 0 && next === null ? (
        <Notice kind="success" title={m.dup_all_title()}>
          <p>{m.dup_all(counts)}</p>
        </Notice>
      ) : null}
      {next === null ? null : (
        <div className="stack">
          <ProgressNote label={m.dup_progress({ decided, total })} value={decided} max={total} />
          <ButtonLink kind="primary" to={`${here}/duplicates/${next}`}>
            {decided === 0 ? m.dup_start() : m.dup_go_on()}
          </ButtonLink>
        </div>
      )}
      {page.pairs.length > 0 ? <PairsTable page={page} /> : null}
      <Pagination next={after === null ? null : `${here}/duplicates?after=${after}`} />
    </div>
  );
}
