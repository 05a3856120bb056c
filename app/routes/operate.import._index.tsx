import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { RunsTable } from '~/features/operate/import-pages/components/runs-table';
import { WaitingFiles } from '~/features/operate/import-pages/components/waiting-files';
import { waitingFiles } from '~/features/operate/import-pages/files.server';
import { listRuns } from '~/features/operate/import-pages/list-runs.server';
import { receiveFile } from '~/features/operate/import-pages/upload.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Field } from '~/ui/field';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.import_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    const [files, runs] = await Promise.all([waitingFiles(viewer), listRuns(viewer)]);
    return json({ files, runs });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    const received = await receiveFile(viewer, request);
    if ('error' in received) return json(received, { status: 400 });
    return redirect(`/operate/import/check/${received.fileId}`);
  });

export default function OperateImport() {
  const { files, runs } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error;
  return (
    <div className="stack-l stack">
      <PageHeading title={m.import_title()} lede={m.import_lede()} />
      <ErrorSummary errors={error ? { file: error } : undefined} />
      <form method="post" encType="multipart/form-data" className="form">
        <Field name="file" label={m.import_choose()} hint={m.import_choose_hint()} error={error}>
          {(aria) => <input type="file" accept=".csv,.tsv,.txt,text/csv" required className="input" {...aria} />}
        </Field>
        <div className="form-actions">
          <Button kind="primary">{m.import_upload()}</Button>
        </div>
      </form>
      {files.length > 0 ? (
        <Section title={m.import_waiting_title()}>
          <WaitingFiles files={files} />
        </Section>
      ) : null}
      <Section title={m.import_runs_title()}>
        <RunsTable runs={runs} />
      </Section>
    </div>
  );
}
