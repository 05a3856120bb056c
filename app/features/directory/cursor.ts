/** Where a page ended: the sort key of its last row and the two names that break ties. */
export interface Cursor {
  key: number | string | null;
  sortName: string;
  id: string;
}

export const encodeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.key, cursor.sortName, cursor.id])).toString('base64url');

/** Beyond this a number is none of PostgreSQL's integers. */
const MOST = 2_147_483_647;

const isDay = (key: unknown): boolean =>
  typeof key === 'string' && /^[1-9]\d{3}-\d{2}-\d{2}$/.test(key) && new Date(key).toISOString().slice(0, 10) === key;

/** Reads a cursor; null for anything that is none, which then means the start of the list. */
export function decodeCursor(text: string): Cursor | null {
  if (!text) return null;
  try {
    const [key, sortName, id, ...rest] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const keyFits = key === null || isDay(key) || (Number.isInteger(key) && Math.abs(key) <= MOST);
    const fits = keyFits && typeof sortName === 'string' && typeof id === 'string' && rest.length === 0;
    return fits && !/[\0\p{Cs}]/u.test(sortName + id) ? { key, sortName, id } : null;
  } catch {
    return null;
  }
}
