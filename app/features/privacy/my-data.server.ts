import { asSelf } from '#db/self.server';
import { writeDown } from '~/auth/audit/append.server';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { OWN_PARTS } from './own-parts.server';

const MOST_A_DAY = 20;

/**
 * What the hub keeps of the viewer, from their own rows alone: nothing of anyone else, and no token or hash of one. Groups
 * are called as the viewer may see them.
 */
export async function myData(viewer: SignedIn): Promise<Record<string, unknown>> {
  const parts = await asSelf(viewer.personId, async (sql) => {
    const found: Record<string, unknown[]> = {};
    for (const [part, read] of Object.entries(OWN_PARTS))
      found[part] = (await read(sql, viewer.personId)).map(({ row }) => row);
    return found;
  });
  const { person, account, ...more } = parts;
  const positions = (parts.positions ?? []) as { group_id: string }[];
  const ids = positions.map(({ group_id }) => group_id);
  const groups = await readAs(viewer)<{ group_id: string; name: string; slug: string }[]>`
    select group_id, name, slug from groups where group_id = any(${ids}::uuid[])`;
  const named = new Map(groups.map(({ group_id, ...group }) => [group_id, group]));
  return {
    person: person?.[0] ?? null,
    account: account?.[0] ?? null,
    ...more,
    positions: positions.map(({ group_id, ...position }) => ({ ...position, group: named.get(group_id) ?? null })),
  };
}

/**
 * The same as a file to take away; that it was taken is written down as every export is.
 * @throws DomainError `too_many` for whoever takes it again and again
 */
export async function myDataFile(viewer: SignedIn, now = new Date()): Promise<Response> {
  const limit = { what: 'own data', subject: viewer.accountId, most: MOST_A_DAY, seconds: 86_400 };
  if ((await hitRateLimits([limit])) > 0) throw new DomainError('too_many', m.my_data_too_many());
  const data = { made: now.toISOString(), ...(await myData(viewer)) };
  await command(({ db }) =>
    writeDown(db, viewer, { action: 'data_exported', detail: { what: 'own', format: 'json' } }),
  );
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-data.json"',
      'Cache-Control': 'private, no-store',
    },
  });
}
