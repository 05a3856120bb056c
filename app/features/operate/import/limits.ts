/** What one import takes. `bytes` is looked at before anything is read, `record` and `cell` are in characters. */
export const IMPORT_LIMITS = { bytes: 50 * 1024 * 1024, rows: 100_000, columns: 200, record: 2_000_000, cell: 100_000 };

/** Rows written in one transaction. */
export const BATCH_ROWS = 200;
