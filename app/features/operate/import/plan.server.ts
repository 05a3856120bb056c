import type { GroupValues } from '~/features/directory/groups.schema';
import { fold } from '~/lib/text';
import type { Composed } from './compose.server';
import type { Draft } from './draft.server';
import type { DuplicateIndex, Known, Suspect } from './duplicates';
import type { RowNote } from './notes';

/** A row ready to be written, or with the reason why it will not be. */
export interface Planned {
  row: number;
  sourceId: string;
  name: string;
  values: GroupValues | null;
  proposals: { label: string; folded: string }[];
  notes: RowNote[];
  unplaced: boolean;
  suspect: Suspect | null;
  /** The row in the index of known groups, which learns its id when it is stored. */
  known: Known | null;
  skip: RowNote | null;
}

/** What this file has said so far. */
export class Seen {
  private readonly rows = new Map<string, { row: number; content: string }>();

  /**
   * Gives a row its number in the source, or the reason to skip it: an ID a second time, or every cell the same.
   * Rows without an ID that share name and website stay rows of their own.
   */
  admit(draft: Draft): { sourceId: string; skip: RowNote | null } {
    let sourceId = draft.sourceId;
    for (let number = 2; ; number += 1) {
      const before = this.rows.get(sourceId);
      if (!before) break;
      const detail = `row ${before.row}`;
      if (before.content === draft.content) return { sourceId, skip: { code: 'identical', detail } };
      if (draft.hasId) return { sourceId, skip: { code: 'same_id', detail } };
      sourceId = `${draft.sourceId}#${number}`;
    }
    this.rows.set(sourceId, { row: draft.row, content: draft.content });
    return { sourceId, skip: null };
  }
}

/** Why a row that could be written is skipped for good, or null. */
export type SkipRule = (row: {
  source: string;
  sourceId: string;
  name: string;
  country: string | null;
  website: string | null;
}) => RowNote | null;

export interface PlanContext {
  seen: Seen;
  groups: DuplicateIndex;
  source: string;
  /** In order; the first that gives a reason holds. */
  skips: readonly SkipRule[];
  /** Whether people said that two groups, by their ids, are both real. */
  areApart: (a: string, b: string) => boolean;
}

/** Decides what can be decided of a row before anything is written, and makes it known to the rows after it. */
export function planRow(draft: Draft, composed: Composed | null, context: PlanContext): Planned {
  const { row, name } = draft;
  const planned = {
    row,
    name,
    sourceId: draft.sourceId,
    values: null,
    proposals: [],
    unplaced: false,
    suspect: null,
    known: null,
  };
  if (draft.skip || !composed) return { ...planned, notes: draft.notes, skip: draft.skip ?? { code: 'empty' } };
  const { sourceId, skip } = context.seen.admit(draft);
  const refused = composed.notes.find((note) => note.code === 'refused') ?? null;
  const { values } = composed;
  if (skip || !values) return { ...planned, sourceId, notes: draft.notes, skip: skip ?? refused };
  const key = `${context.source}\n${sourceId}`;
  const { website, country } = values;
  const barred = firstReason(context.skips, { source: context.source, sourceId, name: values.name, country, website });
  if (barred) return { ...planned, sourceId, notes: draft.notes, skip: barred };
  const stored = context.groups.keyed(key);
  const known: Known = { row, name: values.name, country: values.country, website, key, id: stored?.id };
  const suspect = context.groups.find(known, ({ id }) => Boolean(id && stored?.id && context.areApart(stored.id, id)));
  if (stored?.name !== known.name || stored.website !== website) context.groups.add(known);
  return {
    ...planned,
    sourceId,
    values,
    proposals: composed.proposals.map((label) => ({ label, folded: fold(label) })),
    notes: suspect ? [...composed.notes, suspectNote(suspect)] : composed.notes,
    unplaced: composed.unplaced,
    suspect,
    known,
    skip: null,
  };
}

function firstReason(skips: readonly SkipRule[], row: Parameters<SkipRule>[0]): RowNote | null {
  for (const rule of skips) {
    const reason = rule(row);
    if (reason) return reason;
  }
  return null;
}

const suspectNote = ({ because, of }: Suspect): RowNote => ({
  code: because,
  ...(of.row ? { detail: `row ${of.row} "${of.name}"` } : { detail: `the group "${of.name}"`, of: of.id }),
});
