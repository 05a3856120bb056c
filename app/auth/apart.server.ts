import type { Fragment } from '#db/client.server';
import { writerSql } from '#db/writer.server';

/** Ids of all whom the person that stands as `p` in a query blocked, or who blocked them. */
export const apartFromP = (): Fragment => writerSql()`array(
  select b.blocked_id from core.blocks b where b.person_id = p.id
  union select b.person_id from core.blocks b where b.blocked_id = p.id)`;
