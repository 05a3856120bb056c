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

const limits = ({ email, clientAddress }: SignInWish): RateLimit[] => [
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
  const wait = await hitRateLimits(limits(wish));
  if (wait > 0) return wait;
  await writer().transaction(async (tx) => {
    const { email, locale, redirectTo, browserHash } = wish;
    const [request] = await tx
      .insert(signInRequests)
      .values({ email, locale, redirectTo, browserHash })
      .returning({ id: signInRequests.id });
    await enqueue(tx, SIGN_IN_MAIL, { request: request?.id ?? '' });
  });
  return 0;
}
