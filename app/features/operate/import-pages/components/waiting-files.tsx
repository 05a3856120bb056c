import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Table } from '~/ui/table';
import type { WaitingFile } from '../files.server';

/** Files that were looked at and left before their import, each with the way on and the way out. */
export function WaitingFiles({ files }: { files: WaitingFile[] }) {
  const locale = useLocale();
  const day = (iso: string) => <time dateTime={iso}>{formatDay(iso, locale)}</time>;
  return (
    <div className="stack">
      <p className="page-note">{m.import_waiting_text()}</p>
      <Table
        caption={m.import_waiting_caption()}
        columns={[
          { label: m.import_file() },
          { label: m.import_waiting_chosen() },
          { label: m.import_waiting_until() },
          { label: m.import_waiting_choices() },
        ]}
        rows={files.map(({ id, fileName, chosen, until }) => ({
          key: id,
          cells: [
            <Name key="file">{fileName}</Name>,
            day(chosen),
            day(until),
            <form key="what" method="post" action={`/operate/import/check/${id}`} className="form-actions">
              <ButtonLink
                small
                to={`/operate/import/check/${id}`}
                aria-label={m.import_waiting_go_on_which({ file: fileName })}
              >
                {m.import_waiting_go_on()}
              </ButtonLink>
              <Button
                small
                kind="quiet"
                name="drop"
                value="1"
                aria-label={m.import_waiting_drop_which({ file: fileName })}
              >
                {m.import_drop()}
              </Button>
            </form>,
          ],
        }))}
      />
    </div>
  );
}
