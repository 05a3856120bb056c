import { Prose } from '~/ui/prose';
import type { ShownStatement } from '../statements.server';

/** The words of a statement, in the language they are shown in. */
export function StatementProse({ statement }: { statement: Pick<ShownStatement, 'html' | 'language'> }) {
  return (
    <div lang={statement.language}>
      <Prose html={statement.html} />
    </div>
  );
}
