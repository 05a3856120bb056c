import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Section } from '~/ui/section';
import { SelectField, TextField } from '~/ui/text-field';
import type { CheckPage } from '../check-page.server';
import { fieldWords } from './words';

/** Which column holds what, and the two buttons: look again, or import. */
export function ColumnsForm({ page }: { page: CheckPage }) {
  const options = page.fields.map((field) => ({ value: field, label: fieldWords(field) }));
  return (
    <form method="post" className="stack-l stack">
      <Section title={m.import_columns_title()}>
        <p className="page-note">{page.remembered ? m.import_columns_remembered() : m.import_columns_guessed()}</p>
        <div className="stack-l stack">
          <div className="grid">
            {page.columns.map(({ name, field }, at) => (
              <SelectField
                key={name}
                name={`c${at}`}
                label={<bdi>{name}</bdi>}
                hint={<Examples cells={page.firstRows.map((cells) => cells[at] ?? '')} />}
                options={options}
                defaultValue={field}
              />
            ))}
          </div>
          <TextField
            name="source"
            label={m.import_source()}
            hint={m.import_source_hint()}
            defaultValue={page.source}
            maxLength={200}
          />
        </div>
      </Section>
      <div className="form-actions">
        <Button formMethod="get">{m.import_look_again()}</Button>
        <Button kind="primary" disabled={page.fault !== null}>
          {m.import_start()}
        </Button>
        <Button kind="quiet" name="drop" value="1">
          {m.import_drop()}
        </Button>
      </div>
    </form>
  );
}

const MOST_EXAMPLES = 2;
const LONGEST_EXAMPLE = 50;

/** What the first rows say in a column, as far as they say anything. */
function Examples({ cells }: { cells: string[] }) {
  const said = [...new Set(cells.map((cell) => cell.trim()).filter(Boolean))].slice(0, MOST_EXAMPLES);
  if (said.length === 0) return <>{m.import_column_empty()}</>;
  return (
    <span className="examples">
      {said.map((text) => (
        <bdi key={text}>{text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE)}…` : text}</bdi>
      ))}
    </span>
  );
}
