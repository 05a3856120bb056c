import { m } from '~/lib/paraglide/messages.js';
import { formatMonth } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';

/** Links of a group that do not answer, for whoever edits it. */
export function DeadLinks({ dead }: { dead: readonly { url: string; since: string }[] }) {
  const locale = useLocale();
  if (dead.length === 0) return null;
  return (
    <Notice kind="warning" title={m.freshness_dead_title()}>
      <ul className="plain-list">
        {dead.map(({ url, since }) => (
          <li key={url}>{m.freshness_dead_line({ url, month: formatMonth(since, locale) })}</li>
        ))}
      </ul>
    </Notice>
  );
}
