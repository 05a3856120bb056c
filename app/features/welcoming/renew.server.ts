import { desc, eq, sql } from 'drizzle-orm';
import { applications } from '#db/schema/welcoming';
import { signInLimits, wishToSignIn } from '~/auth/sign-in.server';
import { enqueue } from '~/lib/mail/outbox.server';
import { linkHash, linkUrl, randomToken, tokenHash } from '~/lib/one-time-links.server';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { command } from '~/sharing/command.server';
import { JOIN_MAIL } from './apply.server';

/**
 * Sends a new link to the address that an older link was for, bound to the browser that asks now. The same for a link that
 * never was one. @returns 0, or the seconds to wait
 */
export async function renewJoinLink(
  token: string,
  asking: { clientAddress: string; browserHash: string },
): Promise<number> {
  const row = await command(async ({ db }) => {
    const hash = linkHash(token);
    const [found] = hash ? await db.select().from(applications).where(eq(applications.tokenHash, hash)) : [];
    return found ?? null;
  });
  if (!row) return 0;
  const { id, email, locale } = row;
  const { browserHash, clientAddress } = asking;
  const wait = await hitRateLimits(signInLimits({ email, clientAddress }));
  if (wait > 0) return wait;
  await command(async ({ db }) => {
    const requestId = await wishToSignIn(db, { email, locale, redirectTo: null, browserHash });
    await db.update(applications).set({ requestId, browserHash }).where(eq(applications.id, id));
    await enqueue(db, JOIN_MAIL, { application: id });
  });
  return 0;
}

const CONSOLE_MINUTES = 60;

/** The link of an address that asked to join, for the console's owner to hand out: any browser may open it. Null if it did not ask. */
export const joinLinkFor = (email: string): Promise<string | null> =>
  command(async ({ db }) => {
    const [row] = await db
      .select({ id: applications.id })
      .from(applications)
      .where(eq(applications.email, email.trim().toLowerCase()))
      .orderBy(desc(applications.createdAt))
      .limit(1);
    if (!row) return null;
    const token = randomToken();
    const expiresAt = sql`now() + make_interval(mins => ${CONSOLE_MINUTES})`;
    await db
      .update(applications)
      .set({ tokenHash: tokenHash(token), codeHash: null, browserHash: null, expiresAt })
      .where(eq(applications.id, row.id));
    return linkUrl('/join', token);
  });
