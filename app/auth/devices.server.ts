import { writerSql } from '#db/writer.server';
import type { SignedIn } from './viewer';

export interface Device {
  id: string;
  /** Browser and system; null where the browser did not say. */
  name: string | null;
  /** ISO dates and times. */
  since: string;
  seen: string;
  current: boolean;
}

/** The browsers in which the viewer is signed in, this one first. */
export async function myDevices({ accountId, sessionHash }: SignedIn): Promise<Device[]> {
  const rows = await writerSql()<Device[]>`
    select id, device as name, to_json(created_at) #>> '{}' as since, to_json(last_seen_at) #>> '{}' as seen,
      id = ${sessionHash} as current
    from core.sessions where account_id = ${accountId} and expires_at > now() order by current desc, last_seen_at desc`;
  return [...rows];
}

/** Signs one browser of the viewer out; it is out at its next request. */
export async function endDevice({ accountId }: SignedIn, id: string): Promise<void> {
  await writerSql()`delete from core.sessions where account_id = ${accountId} and id = ${id}`;
}

export async function endOtherDevices({ accountId, sessionHash }: SignedIn): Promise<void> {
  await writerSql()`delete from core.sessions where account_id = ${accountId} and id <> ${sessionHash}`;
}
