import { and, eq } from 'drizzle-orm';
import type { Sql } from '#db/client.server';
import { groups, positions } from '#db/schema/groups';
import { asSelf } from '#db/self.server';
import { mayWiden } from '~/auth/may-widen.server';
import type { SignedIn } from '~/auth/viewer';
import { isFrozen } from '~/features/directory/frozen.server';
import { DomainError, notFound } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { consentsOfGroup, widestOf } from '~/sharing/consents';
import { effectiveForGroup } from '~/sharing/effective';
import { readPolicyInForce } from '~/sharing/policies.server';
import { choosable, describeChoice } from './choices.server';
import { type ChoicesResult, saveChoices } from './save-choices.server';
import { type GrantRow, savedByCategory } from './saved.server';

/** What a group shares, for one of its leads; null for everyone else. */
export async function groupSharing(viewer: SignedIn, slug: string, locale: Locale) {
  if (viewer.standing !== 'member') return null;
  return asSelf(viewer.personId, async (own) => {
    const sql = own as unknown as Sql;
    const [group] = await sql<{ id: string; createdAt: Date }[]>`
      select id, created_at as "createdAt" from core.groups where slug = ${slug}`;
    const policy = await readPolicyInForce(sql);
    if (!group || !policy) return null;
    const rows = await sql<GrantRow[]>`
      select category, audience, policy_sha256 as "policySha256", created_at as "createdAt" from core.sharing_grants
      where subject = 'group' and subject_id = ${group.id}`;
    const saved = savedByCategory(policy, 'group', rows);
    const consents = consentsOfGroup(policy.history, group.createdAt, rows);
    const choices = choosable(policy, 'group').map((category) =>
      describeChoice(
        category,
        {
          grant: saved.get(category.name),
          effective: effectiveForGroup(category, widestOf(category.fields, consents)),
        },
        locale,
      ),
    );
    return { policySha256: policy.sha256, choices };
  });
}
export type GroupSharing = NonNullable<Awaited<ReturnType<typeof groupSharing>>>;

/**
 * Saves what a lead chose for their group.
 * @throws DomainError `not_found` for anyone who does not lead it
 */
export async function saveGroupSharing(
  viewer: SignedIn,
  slug: string,
  form: FormData,
  locale: Locale,
): Promise<ChoicesResult> {
  const widen = await mayWiden(viewer);
  return command(async (unit) => {
    const [group] = await unit.db
      .select({ id: groups.id })
      .from(groups)
      .innerJoin(positions, eq(positions.groupId, groups.id))
      .where(and(eq(groups.slug, slug), eq(positions.personId, viewer.personId), eq(positions.leads, true)));
    if (!group || viewer.standing !== 'member') throw notFound();
    if (await isFrozen(unit.db, group.id)) throw new DomainError('conflict', m.claims_frozen_text({}, { locale }));
    return saveChoices(unit, { kind: 'group', id: group.id, givenBy: viewer.personId }, form, locale, widen);
  });
}
