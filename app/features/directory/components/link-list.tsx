/** The part of an address people recognise. */
function hostOf(url: string): string {
  try {
    return new URL(url).host.replace(/^www\./, '');
  } catch {
    return url;
  }
}

/** Links out of the hub: they tell the other side nothing of where they were followed. */
export function LinkList({ links }: { links: readonly { url: string; label: string | null }[] }) {
  return (
    <ul className="plain-list">
      {links.map(({ url, label }) => (
        <li key={url}>
          <a href={url} rel="noopener noreferrer nofollow ugc">
            <bdi>{label || hostOf(url)}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
