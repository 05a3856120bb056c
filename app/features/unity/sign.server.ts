import { sql } from 'drizzle-orm';
import { mayWiden } from '~/auth/may-widen.server';
import type { SignedIn } from '~/auth/viewer';
import { wordsSha256 } from '~/features/privacy/wording.server';
import { upTo } from '~/lib/audience';
import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command, type Unit } from '~/sharing/command.server';
import { consentsOf, type SavedGrant } from '~/sharing/consents';
import { saveGrants } from '~/sharing/grants.server';
import { removeSignatures, writeSignature } from './signature-rows.server';

/** `again`: it was signed before, and the answer about the list is saved. The others changed nothing. */
export type Signed = 'signed' | 'again' | 'older' | 'unpublished';

/** The category of the policy that a person's signature belongs to. */
export const SIGNATURE = { subject: 'person', field: 'signature' } as const;

/**
 * The viewer signs a version for themselves. `named` is their yes to stand in the list; as they were told beside it, it
 * shares their signature as the policy proposes if they have chosen nothing about it yet and proved a short while ago
 * that it is they.
 * @throws DomainError `forbidden` for someone who is hidden or whose account is paused
 */
export async function signForMyself(
  viewer: SignedIn,
  { version, named }: { version: number; named: boolean },
  locale: Locale = viewer.locale ?? 'en',
): Promise<Signed> {
  if (viewer.standing !== 'member' && viewer.standing !== 'newcomer')
    throw new DomainError('forbidden', m.unity_not_while_hidden());
  const share = named && (await mayWiden(viewer));
  return command(async (unit) => {
    await unit.db.execute(sql`select from core.people where id = ${viewer.personId} for no key update`);
    const signed = await writeSignature(unit, { personId: viewer.personId }, { version, named });
    if (share && (signed === 'signed' || signed === 'again')) await shareAsProposed(unit, viewer, locale);
    unit.personChanged(viewer.personId);
    return signed;
  });
}

async function shareAsProposed(unit: Unit, viewer: SignedIn, locale: Locale): Promise<void> {
  const category = unit.policy.categoryOf(SIGNATURE.subject, SIGNATURE.field);
  if (!category || upTo(category.ceiling).length < 2) return;
  const saved = await unit.db.execute<SavedGrant & Record<string, unknown>>(
    sql`select category, audience, policy_sha256 as "policySha256" from core.sharing_grants where subject_id = ${viewer.personId}`,
  );
  if (consentsOf(unit.policy.history, 'person', saved).has(SIGNATURE.field)) return;
  const words = wordsSha256(category, category.default, locale);
  const choice = { category: category.name, audience: category.default, wordsSha256: words };
  const me = { kind: 'person', id: viewer.personId, givenBy: viewer.personId } as const;
  await saveGrants(unit, me, [choice], 'signing');
}

/** Takes the viewer's signature back, under every version. */
export const withdrawMine = (viewer: SignedIn): Promise<void> =>
  command(async (unit) => {
    await unit.db.execute(sql`select from core.people where id = ${viewer.personId} for no key update`);
    await removeSignatures(unit, { personId: viewer.personId });
    unit.personChanged(viewer.personId);
  });
