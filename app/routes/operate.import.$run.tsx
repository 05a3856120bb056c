import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireRole } from '~/auth/require-viewer.server';
import { DuplicatesSection } from '~/features/operate/import-pages/components/duplicates-section';
import { RunActions } from '~/features/operate/import-pages/components/run-actions';
import { RunProgress } from '~/features/operate/import-pages/components/run-progress';
import { ToldSection } from '~/features/operate/import-pages/components/told-section';
import { UndoSection } from '~/features/operate/import-pages/components/undo-section';
import { stateWords } from '~/features/operate/import-pages/components/words';
import { beginUndo, goOn, runPage } from '~/features/operate/import-pages/run-page.server';
import { readForm, takeForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import { answer } from '~/lib/route-errors.server';
import { PageHeading } from '~/ui/page-heading';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.import_run_title(), noindex: true });

const form = z.object({ intent: z.enum(['go-on', 'undo']) });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => json(await runPage(await requireRole(request, 'operator'), params.run ?? '')));

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    const { intent } = takeForm(form, await readForm(request));
    const runId = params.run ?? '';
    if (intent === 'undo') await beginUndo(viewer, runId);
    else await goOn(viewer, runId);
    return redirect(safePath(`/operate/import/${runId}`, '/operate/import'));
  });

export default function ImportRun() {
  const { run, told, undo, duplicates } = useLoaderData<typeof loader>();
  const underWay = run.state === 'running' || run.state === 'undoing';
  return (
    <div className="stack-l stack">
      <PageHeading title={stateWords(run.state)} eyebrow={<bdi>{run.fileName}</bdi>} lede={<bdi>{run.source}</bdi>} />
      {underWay ? <RunProgress run={run} /> : null}
      {duplicates ? <DuplicatesSection runId={run.id} {...duplicates} /> : null}
      {told ? <ToldSection told={{ ...told, suspects: [] }} /> : null}
      {undo ? <UndoSection undo={undo} /> : null}
      <RunActions run={run} />
    </div>
  );
}
