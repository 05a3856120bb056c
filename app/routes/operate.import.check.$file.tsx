import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { checkPage } from '~/features/operate/import-pages/check-page.server';
import { ColumnsForm } from '~/features/operate/import-pages/components/columns-form';
import { ToldSection } from '~/features/operate/import-pages/components/told-section';
import { fieldWords } from '~/features/operate/import-pages/components/words';
import { dropFile } from '~/features/operate/import-pages/files.server';
import { readChoice } from '~/features/operate/import-pages/read-choice.server';
import { startRun } from '~/features/operate/import-pages/start-run.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.import_check_title(), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    return json(await checkPage(viewer, params.file ?? '', new URL(request.url).searchParams));
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    const { drop, said } = await readChoice(request);
    if (drop) {
      await dropFile(viewer, params.file ?? '');
      return redirect('/operate/import');
    }
    return redirect(`/operate/import/${await startRun(viewer, params.file ?? '', said)}`);
  });

export default function CheckImport() {
  const page = useLoaderData<typeof loader>();
  const { fault, told } = page;
  return (
    <div className="stack-l stack">
      <PageHeading title={m.import_check_title()} eyebrow={<bdi>{page.fileName}</bdi>} lede={m.import_check_lede()} />
      {fault ? (
        <Notice kind="warning" title={m.import_columns_unclear()}>
          <p>
            {fault.kind === 'no_name' ? m.import_need_name() : m.import_only_one({ field: fieldWords(fault.field) })}
          </p>
        </Notice>
      ) : null}
      {told ? (
        <Section title={m.import_would_title()}>
          <div className="stack">
            <p>
              {told.tried < page.rows
                ? m.import_would_first({ tried: told.tried, rows: page.rows })
                : m.import_would_all({ rows: page.rows })}
            </p>
            <ToldSection told={told} />
          </div>
        </Section>
      ) : null}
      <ColumnsForm page={page} />
    </div>
  );
}
