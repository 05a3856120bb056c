import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { concernEntries, concernRaisers, concerns } from '#db/schema/concerns';
import type { Viewer } from '~/auth/viewer';
import { handleIn } from '~/lib/handles';
import { enqueue } from '~/lib/mail/outbox.server';
import { linkHash, linkToken } from '~/lib/one-time-links.server';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { hitRateLimits, networkOf, type RateLimit } from '~/lib/rate-limit.server';
import { command } from '~/sharing/command.server';
import { uuids } from '~/sharing/load-records.server';
import { findHearers } from './assign.server';
import type { RaiseInput } from './concerns.schema';

export const RAISER_MAIL = 'concern-raiser';
export const FOLLOW_LINK = 'follow a concern';

const HOUR = 3600;
const DAY = 24 * HOUR;

const limits = (viewer: Viewer, { contact }: RaiseInput, clientAddress: string): RateLimit[] => [
  { what: 'concern network', subject: networkOf(clientAddress), most: 10, seconds: HOUR },
  ...(viewer.kind === 'person' ? [{ what: 'concern', subject: viewer.accountId, most: 5, seconds: DAY }] : []),
  ...(contact ? [{ what: 'concern mail', subject: contact, most: 3, seconds: DAY }] : []),
];

export type Raised = { kind: 'raised'; id: string; to: 'stewards' | 'outside' } | { kind: 'nobody' | 'too_many' };

/**
 * Raises a concern: anyone may, visitors too. Where nobody uninvolved could read it, nothing of it is kept (`nobody`).
 * What was typed of whom it concerns is looked up without telling the raiser whether there is such a person.
 */
export async function raiseConcern(
  viewer: Viewer,
  input: RaiseInput,
  from: { clientAddress: string; locale: Locale },
): Promise<Raised> {
  if ((await hitRateLimits(limits(viewer, input, from.clientAddress))) > 0) return { kind: 'too_many' };
  const personId = viewer.kind === 'person' ? viewer.personId : null;
  return command(async ({ db }): Promise<Raised> => {
    const aboutId = await personAt(db, input.about, personId);
    const id = randomUUID();
    const about = aboutId ? null : input.about;
    await db.insert(concerns).values({ id, state: 'open', aboutId, about, mayName: input.mayName });
    const contact = input.contact ?? null;
    const hash = personId === null && contact ? linkHash(linkToken(FOLLOW_LINK, id)) : null;
    await db.insert(concernRaisers).values({ concernId: id, personId, contact, locale: from.locale, linkHash: hash });
    await db.insert(concernEntries).values({ concernId: id, kind: 'raised', words: input.words, saidBy: personId });
    await db.execute(sql`
      insert into core.concern_involved (concern_id, person_id)
      select ${id}, person_id from core.concern_contacts where person_id = any(${uuids(input.involved)})`);
    const to = await findHearers(db, id, 1, input.only);
    if (to === 'nobody') {
      await db.execute(sql`delete from core.concerns where id = ${id}`);
      return { kind: 'nobody' };
    }
    // Nobody in the hub deals with it: the mail says whom it concerns as it was typed, and the case names nobody.
    if (to === 'outside')
      await db.execute(sql`update core.concerns set about_id = null, about = ${input.about} where id = ${id}`);
    if (hash) await enqueue(db, RAISER_MAIL, { concern: id });
    return { kind: 'raised', id, to };
  });
}

/** Whose page or handle was typed, if anybody's but the raiser's own. */
async function personAt(db: Transaction, typed: string | null, raiser: string | null): Promise<string | null> {
  if (!typed) return null;
  const [row] = await db.execute<{ id: string }>(sql`
    select id from core.people where handle = ${handleIn(typed).toLowerCase()} and standing <> 'imported'`);
  return row && row.id !== raiser ? row.id : null;
}
