import { isDuplicateNote, noteText, type RowNote, spokenDetail } from '../import/notes';
import { countOutcomes, type RowReport } from '../import/report';

export interface ToldRow {
  row: number;
  name: string;
  /** In the file's own words, or the reader's. */
  detail: string;
}

/** What a page tells of rows: counts, and lists as far as they are short. */
export interface Told {
  created: number;
  changed: number;
  skipped: number;
  reasons: { code: RowNote['code']; rows: number }[];
  unplaced: ToldRow[];
  suspects: ToldRow[];
}

export const MOST_TOLD = 50;

/** Sums up what became, or would become, of rows. */
export function tell(rows: readonly RowReport[]): Told {
  const reasons = new Map<RowNote['code'], number>();
  for (const { outcome, notes } of rows)
    if (outcome === 'skipped' && notes[0]) reasons.set(notes[0].code, (reasons.get(notes[0].code) ?? 0) + 1);
  const list = (which: (note: RowNote) => boolean): ToldRow[] =>
    rows
      .filter(({ outcome }) => outcome !== 'skipped')
      .flatMap(({ row, name, notes }) => {
        const note = notes.find(which);
        return note ? [{ row, name, detail: note.detail ? spokenDetail(note.detail) : noteText(note) }] : [];
      })
      .slice(0, MOST_TOLD);
  return {
    ...countOutcomes(rows),
    reasons: [...reasons].map(([code, count]) => ({ code, rows: count })).sort((a, b) => b.rows - a.rows),
    unplaced: list(({ code }) => code === 'no_place_found' || code === 'placed_by_area'),
    suspects: list(isDuplicateNote),
  };
}
