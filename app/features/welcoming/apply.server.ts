import { applications } from '#db/schema/welcoming';
import { type SignInWish, signInLimits, wishToSignIn } from '~/auth/sign-in.server';
import { enqueue } from '~/lib/mail/outbox.server';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { command } from '~/sharing/command.server';
import type { Application } from './apply.schema';

export const JOIN_MAIL = 'join';

export type ApplicationWish = Application & Omit<SignInWish, 'redirectTo' | 'email'>;

/**
 * Notes that someone asks to join, and queues the mail that lets them go on. The same work is done for every address:
 * only the mail worker looks up whether an account has it. The result is 0, or the seconds to wait if it was too often;
 * wishes to sign in are counted with these.
 */
export async function apply(wish: ApplicationWish): Promise<number> {
  const signIn = { ...wish, redirectTo: null };
  const wait = await hitRateLimits(signInLimits(signIn));
  if (wait > 0) return wait;
  const { clientAddress: _, ...typed } = wish;
  await command(async ({ db }) => {
    const requestId = await wishToSignIn(db, signIn);
    const [row] = await db
      .insert(applications)
      .values({ ...typed, requestId })
      .returning({ id: applications.id });
    await enqueue(db, JOIN_MAIL, { application: row?.id ?? '' });
  });
  return 0;
}
