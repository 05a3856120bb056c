import { printable } from './report-lines';
import type { KeptReason, UndoReport } from './undo.server';

const WHY: Record<KeptReason, string> = {
  claimed: 'it is a member by now',
  edited: 'it was changed here since',
  in_use: 'people belong to it or have asked for it',
  gone: 'it is not here any more',
  stays: 'it stays as it is',
};

/** How undoing an import reads on the console, in English; the last line is the count. */
export const undoLines = ({ removed, restored, kept }: UndoReport): string[] => [
  ...(kept.length > 0 ? [`left as they are: ${kept.length}`] : []),
  ...kept.map(({ row, name, why }) => `  row ${row}  ${printable(name, 80)}: ${WHY[why]}`),
  `${removed} removed, ${restored} put back, ${kept.length} left as they are`,
];
