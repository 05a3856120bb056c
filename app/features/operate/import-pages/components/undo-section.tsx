import { m } from '~/lib/paraglide/messages.js';
import { Name } from '~/ui/name';
import type { UndoReport } from '../../import/undo.server';
import { keptWords } from './words';

/** What taking an import back came to, and which groups stay. */
export function UndoSection({ undo }: { undo: UndoReport }) {
  return (
    <div className="stack">
      <p>{m.import_undone_text({ removed: undo.removed, restored: undo.restored })}</p>
      {undo.kept.length > 0 ? (
        <>
          <p>{m.import_kept()}</p>
          <ul>
            {undo.kept.map(({ row, name, why }) => (
              <li key={row}>
                {m.import_row({ row })} <Name>{name}</Name>: {keptWords(why)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
