import { sql } from 'drizzle-orm';
import type { SignedIn } from '~/auth/viewer';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import type { Signed } from './sign.server';
import { removeSignatures, writeSignature } from './signature-rows.server';
import { holdSigningGroup, signingGroup } from './signing-groups.server';
import { statementInForce } from './statements.server';

/** The statement and how the group stands to it, for someone who may sign for the group. @throws DomainError `not_found` */
export async function groupSignaturePage(viewer: SignedIn, slug: string, locale: Locale) {
  const { id: _, ...group } = await signingGroup(viewer, slug);
  return { group, statement: await statementInForce(viewer, locale) };
}
export type GroupSignaturePage = Awaited<ReturnType<typeof groupSignaturePage>>;

export interface GroupAnswers {
  version: number;
  /** Whether the group may stand in the list. */
  named: boolean;
  /** Whether its logo may be used. */
  logo: boolean;
}

/** Signs a version for a group, which says itself whether it is named. @throws DomainError `not_found` */
export const signForGroup = (viewer: SignedIn, slug: string, answers: GroupAnswers): Promise<Signed> =>
  command(async (unit) => {
    const groupId = await holdSigningGroup(unit, viewer, slug);
    unit.groupChanged(groupId);
    return writeSignature(unit, { groupId }, { ...answers, signedBy: viewer.personId });
  });

/** Takes a group's signature back, under every version. @throws DomainError `not_found` */
export const withdrawForGroup = (viewer: SignedIn, slug: string): Promise<void> =>
  command(async (unit) => {
    const groupId = await holdSigningGroup(unit, viewer, slug);
    await removeSignatures(unit, { groupId });
    unit.groupChanged(groupId);
  });

/** Groups that allowed the use of their logo under their newest signature: for those who make the network's pages. */
export const groupsWithLogo = (): Promise<{ name: string; slug: string; version: number }[]> =>
  command(async ({ db }) => [
    ...(await db.execute<{ name: string; slug: string; version: number }>(sql`
      select g.name, g.slug, s.version from core.signatures s join core.groups g on g.id = s.group_id
      where s.logo and not exists (select from core.signatures n where n.group_id = s.group_id and n.version > s.version)
      order by g.name, g.slug limit 500`)),
  ]);
