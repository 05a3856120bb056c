import type { NoticeChoice } from '#db/schema/notices';
import type { SignedIn } from '~/auth/viewer';
import { takeForm } from '~/lib/forms';
import { saveNotices } from './choices.server';
import { forgetMyMailTrouble } from './mail-trouble.server';
import { noticesSchema } from './notices.schema';
import { topicField } from './topic-field';
import { noticeTopics } from './topics.server';

/**
 * Does what the page of notices was sent: keeps the choices, or takes it that mail reaches the viewer again.
 * @returns whether the yearly question is wanted; null if nothing was said of it
 * @throws DomainError `invalid` for anything the page cannot have sent
 */
export async function saveNoticesForm(viewer: SignedIn, form: FormData): Promise<boolean | null> {
  if (form.get('intent') === 'mended' && [...form.keys()].length === 1) {
    await forgetMyMailTrouble(viewer);
    return null;
  }
  const topics = noticeTopics();
  const parsed = takeForm(noticesSchema(topics), form);
  const { timeZone, quietFrom, quietTo, alertsByPlace, alertsByInterest, allOff, reminder } = parsed;
  const said = parsed as unknown as Record<string, NoticeChoice>;
  const choices = topics.flatMap(({ key }) => {
    const choice = said[topicField(key)];
    return choice ? [[key, choice] as const] : [];
  });
  const settings = { timeZone: timeZone || null, quietFrom, quietTo, alertsByPlace, alertsByInterest, allOff };
  await saveNotices(viewer, settings, Object.fromEntries(choices));
  return reminder === 'yes';
}
