import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import type { WaitingFile } from '../files.server';

/** Files that were looked at and left before their import, each with the way on and the way out. */
export function WaitingFiles({ files }: { files: WaitingFile[] }) {
  const locale = useLocale();
  return (
    <div className="stack">
      <p>{m.import_waiting_text()}</p>
      <ul className="plain-list measure">
        {files.map(({ id, fileName, chosen, until }) => (
          <li key={id} className="card">
            <p className="file-name">
              <Name>{fileName}</Name>
            </p>
            <p className="soft">
              {m.import_waiting_days({ chosen: formatDay(chosen, locale), until: formatDay(until, locale) })}
            </p>
            <form method="post" action={`/operate/import/check/${id}`} className="form-actions">
              <ButtonLink
                to={`/operate/import/check/${id}`}
                aria-label={m.import_waiting_go_on_which({ file: fileName })}
              >
                {m.import_waiting_go_on()}
              </ButtonLink>
              <Button kind="quiet" name="drop" value="1" aria-label={m.import_waiting_drop_which({ file: fileName })}>
                {m.import_drop()}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}
