import { m } from '~/lib/paraglide/messages.js';
import { formatList } from '~/ui/format';
import type { Locale } from '~/ui/locale';
import type { SharedPart } from '../my-sharing.server';

const WORDS: Record<SharedPart, () => string> = {
  name: m.directory_me_name,
  group: m.directory_me_group,
  region: m.directory_me_region,
  town: m.directory_me_town,
  topics: m.directory_me_topics,
  about: m.directory_me_about,
  role: m.directory_me_role,
  since: m.directory_me_since,
  confirmed: m.directory_me_confirmed,
  needs: m.directory_me_needs,
  weaving: m.directory_me_weaving,
};

/** "your name, your groups and your region". */
export const sharedPartsSentence = (parts: readonly SharedPart[], locale: Locale): string =>
  formatList(
    parts.map((part) => WORDS[part]()),
    locale,
  );
