import { m } from '~/lib/paraglide/messages.js';
import { formatDay } from '~/ui/format';
import type { Locale } from '~/ui/locale';
import { KEPT_DAYS } from '../limits';

/** When a concern that ended at this moment is deleted. */
export const keptUntil = (endedAt: string, locale: Locale): string =>
  m.concern_kept_until({ day: formatDay(new Date(Date.parse(endedAt) + KEPT_DAYS * 86_400_000), locale) });
