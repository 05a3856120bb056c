import type { Transaction } from '#db/client.server';
import { signInRequests } from '#db/schema';
import { writer } from '#db/writer.server';
import { enqueue } from '~/lib/mail/outbox.server';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { hitRateLimits, networkOf, type RateLimit } from '~/lib/rate-limit.server';
import { SIGN_IN_MAIL } from './sign-in-mail.server';

export interface SignInWish {
  /** Lower case. */
  email: string;
  locale: Locale;
  redirectTo: string | null;
  clientAddress: string;
  /** What `rememberBrowser` gave for the request. */
  browserHash: string;
}

/** How often somebody may ask for a mail that lets them in, whatever page they ask on. */
export const signInLimits = ({ email, clientAddress }: Pick<SignInWish, 'email' | 'clientAddress'>): RateLimit[] => [
  // First, so that one network cannot use up the limits of other people's addresses.
  { what: 'sign-in network', subject: networkOf(clientAddress), most: 20, seconds: 3600 },
  { what: 'sign-in mail', subject: email, most: 3, seconds: 15 * 60 },
  { what: 'sign-in mail', subject: email, most: 10, seconds: 24 * 3600 },
];

/**
 * Notes that someone wants a sign-in link, and queues the mail. The same work is done for every address, whether or not
 * an account has it: only the mail worker looks that up. The result is 0, or the seconds to wait if it was too often.
 */
export async function requestSignIn(wish: SignInWish): Promise<number> {
  const wait = await hitRateLimits(signInLimits(wish));
  if (wait > 0) return wait;
  await writer().transaction(async (tx) => {
    await enqueue(tx, SIGN_IN_MAIL, { request: await wishToSignIn(tx, wish) });
  });
  return 0;
}

/** Notes a wish to sign in without a mail of its own: the result is its id, which the mail that answers it names. */
export async function wishToSignIn(
  db: Transaction,
  { email, locale, redirectTo, browserHash }: Omit<SignInWish, 'clientAddress'>,
): Promise<string> {
  const [request] = await db
    .insert(signInRequests)
    .values({ email, locale, redirectTo, browserHash })
    .returning({ id: signInRequests.id });
  return request?.id ?? '';
}
