import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { claims } from '#db/schema/claims';

/** Whether a contested claim keeps everyone from editing a group until a weaver has listened. */
export async function isFrozen(db: Transaction, groupId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.groupId, groupId), eq(claims.state, 'contested')))
    .limit(1);
  return row !== undefined;
}
