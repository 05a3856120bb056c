import type { NoticeChoice } from '#db/schema/notices';
import type { SignedIn } from '~/auth/viewer';
import type { Locale } from '~/lib/paraglide/runtime.js';

/** Whom a notice is for: a member by e-mail alone, so that no role widens what stands in a mailbox. */
export interface NoticeReader {
  viewer: SignedIn;
  locale: Locale;
}

/** One thing to tell, in the reader's words. */
export interface NoticeItem {
  title: string;
  /** Why it is told, or a little more of it. */
  detail: string | null;
  path: string;
}

/** A kind of news. A feature registers its own; what it finds and shows comes from the reader's projection alone. */
export interface NoticeTopic {
  key: string;
  title: () => string;
  text: () => string;
  /** What may be chosen, and how it comes to whoever chose nothing. */
  kinds: readonly NoticeChoice[];
  usual: NoticeChoice;
  /**
   * Accounts that something new of a topic concerns which usually comes at once, without those that were told or chose
   * otherwise. A topic without it is looked at for those who chose it at once.
   */
  concerns?(since: Date): Promise<string[]>;
  /** Ids of what is new to the reader since then and was not told, the most fitting first. */
  find(reader: NoticeReader, since: Date, told: readonly string[]): Promise<string[]>;
  /** What the reader may see of these now; what is gone or hidden by then is left out. */
  show(reader: NoticeReader, ids: readonly string[]): Promise<NoticeItem[]>;
}

const topics = new Map<string, NoticeTopic>();

/** Registers a topic; called by `app/registry.server.ts` through the feature it belongs to. */
export const registerNotices = (...all: NoticeTopic[]): void => {
  for (const topic of all) topics.set(topic.key, topic);
};

export const noticeTopics = (): NoticeTopic[] => [...topics.values()];

/** Stands among the choices of whoever ended the weekly letter as a whole: topics that come later do not bring it back. */
export const WEEKLY = 'weekly letter';

/** What an account gets of a topic, from what it chose. */
export function choiceOf(topic: NoticeTopic, chosen: ReadonlyMap<string, NoticeChoice>): NoticeChoice {
  const choice = chosen.get(topic.key);
  if (choice && topic.kinds.includes(choice)) return choice;
  return topic.usual === 'weekly' && chosen.get(WEEKLY) === 'never' ? 'never' : topic.usual;
}
