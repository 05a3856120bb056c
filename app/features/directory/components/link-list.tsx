import { m } from '~/lib/paraglide/messages.js';
import { formatMonth } from '~/ui/format';
import { useLocale } from '~/ui/locale';

/** The part of an address people recognise. */
function hostOf(url: string): string {
  try {
    return new URL(url).host.replace(/^www\./, '');
  } catch {
    return url;
  }
}

type LinkListProps = {
  links: readonly { url: string; label: string | null }[];
  /** Those that are known not to answer, with the month since when. */
  dead?: readonly { url: string; since: string }[];
};

/** Links out of the hub: they tell the other side nothing of where they were followed. */
export function LinkList({ links, dead = [] }: LinkListProps) {
  const locale = useLocale();
  const since = (url: string) => dead.find((each) => each.url === url)?.since;
  const note = (month: string | undefined) =>
    month ? <small className="soft"> {m.freshness_dead_since({ month: formatMonth(month, locale) })}</small> : null;
  return (
    <ul className="plain-list">
      {links.map(({ url, label }) => (
        <li key={url}>
          <a href={url} rel="noopener noreferrer nofollow ugc">
            <bdi>{label || hostOf(url)}</bdi>
          </a>
          {note(since(url))}
        </li>
      ))}
    </ul>
  );
}
