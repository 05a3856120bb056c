import { CLOCK } from '~/auth/actor';
import { listPublicLinks } from './check-links.server';
import { markQuietGroups } from './quiet-groups.server';
import { sendYearlyReminders } from './reminders.server';

/** What time brings: quiet groups, yearly questions, and the list of public links to ask. */
export async function keepFresh(now = new Date()): Promise<void> {
  await markQuietGroups(CLOCK, now);
  await sendYearlyReminders(now);
  await listPublicLinks();
}
