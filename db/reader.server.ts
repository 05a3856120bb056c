import type { ReaderAudience } from '../app/lib/audience';
import { openingNumber, openPools, type Sql } from './client.server';

export { openingNumber };

/** The pool that can read one audience's projection and the reference data, and nothing else. */
export const readerPool = (audience: ReaderAudience): Sql => openPools().readers[audience];
