import type { Sql } from '#db/client.server';
import { readerPool } from '#db/reader.server';
import { audienceOf, type Viewer } from '~/auth/viewer';
import { keptApart } from './apart.server';

/**
 * The one door to other people's data: what this returns can read the viewer's projection and nothing wider, and of that
 * nobody whom the viewer blocked or who blocked them. Stewards read everyone: they look after those who had to block.
 */
export function readAs(viewer: Viewer): Sql {
  const audience = audienceOf(viewer);
  const pool = readerPool(audience);
  if (viewer.kind === 'visitor' || audience === 'steward' || viewer.apart.length === 0) return pool;
  return keptApart(pool, audience, viewer.apart);
}
