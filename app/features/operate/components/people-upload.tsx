import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Field } from '~/ui/field';
import { Name } from '~/ui/name';
import { TextField } from '~/ui/text-field';
import type { ImportSaid } from '../people-import/upload.server';
import { PeopleColumns } from './people-columns';

function errorsOf(said: ImportSaid | undefined): Record<string, string> {
  if (said?.kind === 'unreadable') return { file: said.message };
  if (said?.kind !== 'invalid') return {};
  return {
    ...(said.wrong.includes('file') && { file: m.people_import_error_file() }),
    ...(said.wrong.includes('source') && { source: m.imported_error_source() }),
  };
}

/** The form: a file, where it comes from, and once it was tried what its columns hold. */
export function PeopleUpload({ said }: { said: ImportSaid | undefined }) {
  const errors = errorsOf(said);
  const source = said && 'source' in said && said.kind !== 'done' ? said.source : '';
  const carried = said && 'carried' in said ? said.carried : null;
  const tried = said?.kind === 'tried';
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className="form measure"
      key={said?.kind === 'done' ? 'done' : 'form'}
    >
      <ErrorSummary errors={Object.keys(errors).length > 0 ? errors : undefined} />
      {carried ? (
        <p>
          <input type="hidden" name="carried" value={carried.packed} />
          <input type="hidden" name="carriedName" value={carried.fileName} />
          {m.people_import_carried()} <Name>{carried.fileName}</Name>
        </p>
      ) : null}
      {/* A file that the page carries is not sent a second time from its field. */}
      <Field
        key={carried?.packed ?? 'none'}
        name="file"
        label={carried ? m.people_import_other_file() : m.people_import_file()}
        hint={carried ? undefined : m.people_import_file_hint()}
        error={errors.file}
        optional={carried !== null}
      >
        {(aria) => (
          <input type="file" accept=".csv,.tsv,.txt,text/csv" className="input" required={!carried} {...aria} />
        )}
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
      {tried ? <PeopleColumns columns={said.columns} /> : null}
      <div className="form-actions">
        <Button kind={tried ? 'secondary' : 'primary'} name="intent" value="try">
          {tried ? m.people_import_try_again() : m.people_import_try()}
        </Button>
        <Button kind={tried ? 'primary' : 'secondary'} name="intent" value="import">
          {m.people_import_do()}
        </Button>
      </div>
    </Form>
  );
}
