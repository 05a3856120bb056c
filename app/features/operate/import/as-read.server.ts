import type { SignedIn } from '~/auth/viewer';
import { readAs } from '~/sharing/read.server';
import type { RowNote } from './notes';
import type { RowReport } from './report';
import { readReports } from './rows.server';
import type { UndoReport } from './undo.server';

type Shown = ReadonlyMap<string, { name: string; website: boolean }>;

/** Groups among `ids` that are there for the viewer, by what they are called there. */
export async function shownGroups(viewer: SignedIn, ids: readonly (string | null | undefined)[]): Promise<Shown> {
  const asked = [...new Set(ids.flatMap((id) => id ?? []))];
  const rows = asked.length
    ? await readAs(viewer)<{ id: string; name: string; website: boolean }[]>`
        select group_id as id, name, website is not null as website from groups where group_id = any(${asked}::uuid[])`
    : [];
  return new Map(rows.map(({ id, ...group }) => [id, group]));
}

/** All that is said of a group the viewer may not see, or because of a field of it they may not see. */
const LIKE_HERE: RowNote = { code: 'like_here' };

const isOfRow = ({ detail }: RowNote) => /^row \d/.test(detail ?? '');

function noteAsRead(note: RowNote, groupId: string | null, shown: Shown): RowNote {
  switch (note.code) {
    case 'same_name':
    case 'near_name':
    case 'same_website': {
      if (isOfRow(note)) return note;
      const group = shown.get(note.of ?? '');
      const told = group && (group.website || note.code !== 'same_website');
      return told ? { code: note.code, detail: `the group "${group.name}"` } : LIKE_HERE;
    }
    case 'same_as': {
      const group = shown.get(note.of ?? '');
      return group ? { code: note.code, detail: `"${group.name}"` } : LIKE_HERE;
    }
    case 'unchanged':
    case 'claimed':
    case 'edited':
      return groupId && shown.has(groupId) ? note : LIKE_HERE;
    default:
      return note;
  }
}

/** What became of rows, or would, telling of groups that are here no more than the viewer's own projection does. */
export async function reportsAsRead(viewer: SignedIn, reports: readonly RowReport[]): Promise<RowReport[]> {
  const shown = await shownGroups(
    viewer,
    reports.flatMap(({ groupId, notes }) => [groupId, ...notes.map(({ of }) => of)]),
  );
  return reports.map((report) => ({
    ...report,
    notes: report.notes.map((note) => noteAsRead(note, report.groupId, shown)),
  }));
}

/** Reports of all rows of a run, in the file's order, as the viewer may read them. */
export const readReportsAs = async (viewer: SignedIn, runId: string): Promise<RowReport[]> =>
  reportsAsRead(viewer, await readReports(runId));

/** Which groups stayed when an import was undone; why is told of those alone that are there for the viewer. */
export async function undoAsRead(viewer: SignedIn, { kept, ...counts }: UndoReport): Promise<UndoReport> {
  const shown = await shownGroups(
    viewer,
    kept.map(({ groupId }) => groupId),
  );
  return {
    ...counts,
    kept: kept.map(({ groupId, why, ...row }) => ({
      ...row,
      why: why === 'gone' || shown.has(groupId ?? '') ? why : 'stays',
    })),
  };
}
