import { sql } from 'drizzle-orm';
import type { NoticeChoice } from '#db/schema/notices';
import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { command, type Unit } from '~/sharing/command.server';
import { readLetterTime } from './letter-time.server';
import { choiceOf, noticeTopics } from './topics.server';

/** What someone chose about when they are written to. */
export interface NoticeSettings {
  timeZone: string | null;
  quietFrom: number;
  quietTo: number;
  alertsByPlace: boolean;
  alertsByInterest: boolean;
  allOff: boolean;
}

const USUAL: NoticeSettings = {
  timeZone: null,
  quietFrom: 22,
  quietTo: 8,
  alertsByPlace: false,
  alertsByInterest: false,
  allOff: false,
};

/** The viewer's own choices, with every topic there is. */
export async function myNotices(viewer: SignedIn) {
  const [own, letter] = await Promise.all([
    asSelf(viewer.personId, async (self) => {
      const [settings] = await self<NoticeSettings[]>`
        select time_zone as "timeZone", quiet_from as "quietFrom", quiet_to as "quietTo",
          alerts_by_place as "alertsByPlace", alerts_by_interest as "alertsByInterest", all_off as "allOff"
        from core.notice_settings`;
      const choices = await self<{ topic: string; choice: NoticeChoice }[]>`
        select topic, choice from core.notice_choices`;
      return { settings: settings ? { ...settings } : USUAL, choices };
    }),
    readLetterTime(viewer),
  ]);
  const chosen = new Map(own.choices.map(({ topic, choice }) => [topic, choice]));
  return {
    ...own.settings,
    letter,
    topics: noticeTopics().map((topic) => ({
      key: topic.key,
      title: topic.title(),
      text: topic.text(),
      kinds: topic.kinds,
      choice: choiceOf(topic, chosen),
    })),
  };
}
export type MyNotices = Awaited<ReturnType<typeof myNotices>>;

type Choices = Readonly<Record<string, NoticeChoice>>;

/** Keeps what the viewer chose. */
export const saveNotices = (viewer: SignedIn, settings: NoticeSettings, choices: Choices): Promise<void> =>
  command((unit) => keepNotices(unit, viewer.accountId, settings, choices));

/** Keeps what someone chose, as a part of a change. */
export async function keepNotices(
  { db }: Unit,
  accountId: string,
  settings: NoticeSettings,
  choices: Choices,
): Promise<void> {
  const { timeZone, quietFrom, quietTo, alertsByPlace, alertsByInterest, allOff } = settings;
  await db.execute(sql`
      insert into core.notice_settings
        (account_id, time_zone, quiet_from, quiet_to, alerts_by_place, alerts_by_interest, all_off)
      values (${accountId}, ${timeZone}, ${quietFrom}, ${quietTo}, ${alertsByPlace}, ${alertsByInterest}, ${allOff})
      on conflict (account_id) do update set time_zone = excluded.time_zone, quiet_from = excluded.quiet_from,
        quiet_to = excluded.quiet_to, alerts_by_place = excluded.alerts_by_place,
        alerts_by_interest = excluded.alerts_by_interest, all_off = excluded.all_off`);
  await db.execute(sql`
      insert into core.notice_choices (account_id, topic, choice)
      select ${accountId}, key, value from jsonb_each_text(${JSON.stringify(choices)}::jsonb)
      on conflict (account_id, topic) do update set choice = excluded.choice`);
}
