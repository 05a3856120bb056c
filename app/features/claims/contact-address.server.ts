import { and, eq } from 'drizzle-orm';
import { sharingGrants } from '#db/schema/sharing';
import type { Unit } from '~/sharing/command.server';

/**
 * The group's own address, to which a claim is told: the one a listed group was listed with, or one that a group shows
 * to everyone. One that was made narrower by choice is not written to.
 */
export async function contactAddress(
  { db }: Unit,
  group: { id: string; standing: string; email: string | null },
): Promise<string | null> {
  const [grant] = await db
    .select({ audience: sharingGrants.audience })
    .from(sharingGrants)
    .where(and(eq(sharingGrants.subjectId, group.id), eq(sharingGrants.category, 'group.contact')));
  const open = grant ? grant.audience === 'public' : group.standing === 'listed';
  return open ? group.email : null;
}
