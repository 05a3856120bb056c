import { m } from '~/lib/paraglide/messages.js';
import type { ShownStatement } from '../statements.server';

/** What is new in a version, where it says so. */
export function Changes({ statement }: { statement: Pick<ShownStatement, 'changes' | 'changesLanguage'> }) {
  if (!statement.changes) return null;
  return (
    <div>
      <p>
        <strong>{m.unity_changes_title()}</strong>
      </p>
      <p lang={statement.changesLanguage} className="edit-text">
        {statement.changes}
      </p>
    </div>
  );
}
