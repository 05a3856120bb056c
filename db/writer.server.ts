import { openPools, type Sql, type WriterDatabase } from './client.server';

/** The pool that runs commands, sign-in and jobs. Opened by named modules only (see the import rule). */
export const writer = (): WriterDatabase => openPools().writer;

/** The same role, for plain SQL. */
export const writerSql = (): Sql => openPools().writerSql;
