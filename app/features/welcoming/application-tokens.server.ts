import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { applications } from '#db/schema/welcoming';
import { keyedHash } from '~/lib/env.server';
import { linkToken, linkUrl, tokenHash } from '~/lib/one-time-links.server';
import { codeFrom, plainCode } from '~/lib/typed-codes.server';

const PURPOSE = 'join';
const MINUTES = 60;

/** The link of a mail of joining: the same at every attempt to send it, so that the mail's bytes are. */
export const joinLink = (outboxId: string): string => linkUrl('/join', linkToken(PURPOSE, outboxId));

/** The code of that mail, for the device that asked when the mail is read on another. */
export const joinCode = (outboxId: string): string => codeFrom(Buffer.from(keyedHash('join code', outboxId), 'hex'));

export const joinCodeHash = (code: string): string => keyedHash('typed join code', plainCode(code));

/** Keeps the hashes of the newest mail in place of those before it; another attempt gives its link the full time again. */
export async function keepJoinToken(db: Transaction, applicationId: string, outboxId: string): Promise<void> {
  await db
    .update(applications)
    .set({
      tokenHash: tokenHash(linkToken(PURPOSE, outboxId)),
      codeHash: joinCodeHash(joinCode(outboxId)),
      expiresAt: sql`now() + make_interval(mins => ${MINUTES})`,
    })
    .where(eq(applications.id, applicationId));
}
