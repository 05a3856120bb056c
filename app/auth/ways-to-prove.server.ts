import { writerSql } from '#db/writer.server';
import { canSendMail } from '~/lib/mail/deliver.server';
import { maskAddress } from '~/lib/mail/mask';
import { factorsOf } from './second-factors/factors.server';
import type { SignedIn } from './viewer';

export interface WaysToProve {
  passkey: boolean;
  app: boolean;
  /** Whether a code from paper, or one that was handed over, is left. */
  codes: boolean;
  /** The masked address that a link can go to, where that is enough. */
  mail: string | null;
  /** Whether roles wait for this. */
  forRoles: boolean;
}

/** The address an account signs in with, for mail to it only. */
export async function addressOf({ accountId }: SignedIn): Promise<string> {
  const [row] = await writerSql()<{ email: string }[]>`select email from core.accounts where id = ${accountId}`;
  return row?.email ?? '';
}

/** How somebody with a session can show that it is they. A mail is enough only where nothing stronger is asked for. */
export async function waysToProve(session: SignedIn): Promise<WaysToProve> {
  const { passkeys, app, codes } = await factorsOf(session);
  const forRoles = session.asleep.length > 0;
  const byMail = !session.hasFactor && !forRoles && session.roles.size === 0 && canSendMail();
  const mail = byMail ? maskAddress(await addressOf(session)) : null;
  return { passkey: passkeys.length > 0, app, codes: codes > 0, mail, forRoles };
}
