import { registerAuth } from '~/auth/register.server';
import { registerClaims } from '~/features/claims/register.server';
import { registerConcerns } from '~/features/concerns/register.server';
import { registerContact } from '~/features/contact/unusual-mail.server';
import { registerFreshness } from '~/features/freshness/reminder-mail.server';
import { registerInviting } from '~/features/inviting/register.server';
import { registerJoining } from '~/features/joining/register.server';
import { registerNoticeMails } from '~/features/notices/register.server';
import { registerTestMail } from '~/features/operate/network/test-mail-letter.server';
import { registerMailListing } from '~/features/privacy/mail-permission.server';
import { registerPausing } from '~/features/stewarding/pauses/pause-mails.server';
import { registerUnity } from '~/features/unity/register.server';
import { registerWelcoming } from '~/features/welcoming/register.server';
import { ensureDefaultPolicy } from '~/sharing/policies.server';

/**
 * Where features register what other parts of the hub call them by (mails now; surfaces, map layers and search domains as
 * they come). Called once the database is open, by the server and the hub command.
 */
export async function registerFeatures(): Promise<void> {
  registerAuth();
  registerTestMail();
  registerClaims();
  registerJoining();
  registerInviting();
  registerNoticeMails();
  registerUnity();
  registerPausing();
  registerConcerns();
  registerContact();
  registerFreshness();
  registerWelcoming();
  await ensureDefaultPolicy();
  await registerMailListing();
}
