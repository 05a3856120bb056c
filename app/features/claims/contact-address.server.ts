import { eq } from 'drizzle-orm';
import { sharingGrants } from '#db/schema/sharing';
import type { Unit } from '~/sharing/command.server';
import { consentsOf } from '~/sharing/consents';

/**
 * The group's own address, to which a claim is told: the one a listed group was listed with, or one that a group shows
 * to everyone. One that was made narrower by choice is not written to.
 */
export async function contactAddress(
  { db, policy }: Unit,
  group: { id: string; standing: string; email: string | null },
): Promise<string | null> {
  const grants = await db.select().from(sharingGrants).where(eq(sharingGrants.subjectId, group.id));
  const chosen = consentsOf(policy.history, 'group', grants).get('email');
  const open = chosen ? chosen === 'public' : group.standing === 'listed';
  return open ? group.email : null;
}
