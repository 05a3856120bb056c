/** The parts of a route's meta argument that titles are made from. */
interface MetaArguments {
  matches: readonly { id: string; data?: unknown }[];
}

/** Title, description and robots rule of a page; the network's name comes from the root's data. */
export function pageMeta(
  { matches }: MetaArguments,
  page: { title?: string; description?: string | null; noindex?: boolean },
) {
  const root = matches.find((match) => match.id === 'root')?.data as { network?: { name: string } } | undefined;
  const network = root?.network?.name ?? 'Commonweave';
  return [
    { title: page.title ? `${page.title} · ${network}` : network },
    ...(page.description ? [{ name: 'description', content: page.description.slice(0, 200) }] : []),
    ...(page.noindex ? [{ name: 'robots', content: 'noindex' }] : []),
  ];
}
