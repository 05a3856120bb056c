import type postgres from 'postgres';

/** Rows of one's own, each as one JSON value. */
export type OwnRows = PromiseLike<readonly { row?: unknown }[]>;

/** One file of somebody's own data. */
export interface Part {
  /** The columns, as `table.column`, by which its rows are the viewer's. */
  of: readonly string[];
  /** Reads as the role that sees own rows alone. */
  read: (sql: postgres.TransactionSql, me: string) => OwnRows;
}

/** @param of columns by which rows are somebody's, with spaces between them */
export const part = (of: string, read: Part['read']): Part => ({ of: of.split(' '), read });
