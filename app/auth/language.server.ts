import { eq } from 'drizzle-orm';
import { accounts } from '#db/schema';
import { writer } from '#db/writer.server';
import type { Locale } from '~/lib/paraglide/runtime.js';
import type { SignedIn } from './viewer';

/** Keeps the language someone chose with their account, for pages and mail. */
export async function rememberLanguage(viewer: SignedIn, locale: Locale): Promise<void> {
  await writer().update(accounts).set({ locale }).where(eq(accounts.id, viewer.accountId));
}
