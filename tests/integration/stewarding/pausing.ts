import { writerSql } from '#db/writer.server';
import type { SignedIn } from '~/auth/viewer';
import { listPauses } from '~/features/stewarding/pauses/pause-pages.server';
import type { MailJob } from '~/lib/mail/registry.server';
import type { Role } from '~/lib/standing';
import { giveRole, makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';

export const REASON = 'Qxreason: letters that hurt.\nLet us talk.';

let count = 0;
export async function member(name: string, ...can: Role[]): Promise<SignedIn> {
  count += 1;
  const { id, handle, accountId } = await makePerson(
    { name },
    { 'person.name': 'member' },
    { email: `pausing-${count}@example.org` },
  );
  for (const role of can) await giveRole(accountId, role);
  return asMember({ personId: id, accountId: accountId ?? '', handle, name, can });
}

/** Two stewards and somebody without a role, on a hub where nothing is paused and no mail waits. */
export async function twoStewardsAndOne(): Promise<[SignedIn, SignedIn, SignedIn]> {
  for (const table of ['role_grants', 'pauses', 'outbox']) await writerSql().unsafe(`delete from core.${table}`);
  return [await member('Ana', 'steward'), await member('Bo', 'steward'), await member('Troll')];
}

export const standing = async ({ personId }: SignedIn) =>
  (await writerSql()<{ standing: string }[]>`select standing from core.people where id = ${personId}`)[0]?.standing;
export const idOf = async (steward: SignedIn, { name }: SignedIn) =>
  (await listPauses(steward)).find((pause) => pause.name === name)?.id ?? '';
export const job = async (template: string) =>
  (
    await writerSql()<
      MailJob[]
    >`select id, about, created_at as "createdAt" from core.outbox where template = ${template} order by created_at desc limit 1`
  )[0] as MailJob;
export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
export const deeds = async () =>
  (await writerSql()<{ action: string }[]>`select action from core.audit order by seq`).map(({ action }) => action);
