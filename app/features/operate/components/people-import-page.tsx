import { Form, Link } from '@remix-run/react';
import { StewardNav } from '~/features/joining/components/steward-nav';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Field } from '~/ui/field';
import { formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { TextField } from '~/ui/text-field';
import type { PeopleRun } from '../people-import/runs-list.server';
import type { ImportSaid } from '../people-import/upload.server';
import { PeopleColumns } from './people-columns';
import { PeopleRows } from './people-rows';
import { PeopleRuns } from './people-runs';

/** Where stewards bring a list of people in. */
export function PeopleImportPage({ runs, said }: { runs: PeopleRun[]; said: ImportSaid | undefined }) {
  const told = said?.kind === 'tried' || said?.kind === 'done' ? said : undefined;
  return (
    <>
      <StewardNav />
      <PageHeading title={m.people_import_title()} lede={m.people_import_lede()} />
      <Said said={said} />
      <Upload said={said} />
      {told ? <PeopleRows rows={told.rows} total={told.counts.rows} /> : null}
      <PeopleRuns runs={runs} />
    </>
  );
}

function Said({ said }: { said: ImportSaid | undefined }) {
  const locale = useLocale();
  if (!said || said.kind === 'invalid' || said.kind === 'unreadable') return null;
  if (said.kind === 'undone')
    return (
      <Notice kind="success" live>
        <p>{m.people_import_said_undone({ count: said.count, shown: formatNumber(said.count, locale) })}</p>
      </Notice>
    );
  const shown = Object.fromEntries(
    Object.entries(said.counts).map(([key, count]) => [key, formatNumber(count, locale)]),
  );
  const counts = m.people_import_counts(shown as Record<keyof typeof said.counts, string>);
  if (said.kind === 'tried')
    return (
      <Notice live title={m.people_import_tried_title()}>
        <p>
          {counts}. {m.people_import_tried_text()}
        </p>
      </Notice>
    );
  return (
    <Notice kind="success" live title={m.people_import_done_title()}>
      <p>
        {counts}. <Link to="/steward/imported">{m.people_import_done_link()}</Link>
      </p>
    </Notice>
  );
}

function errorsOf(said: ImportSaid | undefined): Record<string, string> {
  if (said?.kind === 'unreadable') return { file: said.message };
  if (said?.kind !== 'invalid') return {};
  return {
    ...(said.wrong.includes('file') && { file: m.people_import_error_file() }),
    ...(said.wrong.includes('source') && { source: m.imported_error_source() }),
  };
}

function Upload({ said }: { said: ImportSaid | undefined }) {
  const errors = errorsOf(said);
  const source = said && 'source' in said && said.kind !== 'done' ? said.source : '';
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className="form measure"
      key={said?.kind === 'done' ? 'done' : 'form'}
    >
      <ErrorSummary errors={Object.keys(errors).length > 0 ? errors : undefined} />
      <Field name="file" label={m.people_import_file()} hint={m.people_import_file_hint()} error={errors.file}>
        {(aria) => <input type="file" accept=".csv,.tsv,.txt,text/csv" className="input" required {...aria} />}
      </Field>
      <TextField
        name="source"
        label={m.people_import_source()}
        hint={m.people_import_source_hint()}
        error={errors.source}
        defaultValue={source}
        maxLength={200}
        required
      />
      {said?.kind === 'tried' ? <PeopleColumns columns={said.columns} /> : null}
      <div className="form-actions">
        <Button kind={said?.kind === 'tried' ? 'secondary' : 'primary'} name="intent" value="try">
          {m.people_import_try()}
        </Button>
        <Button kind={said?.kind === 'tried' ? 'primary' : 'secondary'} name="intent" value="import">
          {m.people_import_do()}
        </Button>
      </div>
    </Form>
  );
}
