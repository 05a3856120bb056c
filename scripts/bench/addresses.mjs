const PLACES = [
  'Chicago',
  'Los Angeles',
  'Sydney',
  'Houston',
  'Melbourne',
  'Denver',
  'Atlanta',
  'Toronto',
  'Detroit',
  'Seattle',
];
const EACH = 10;

const data = async (origin, path, cookie) => {
  const url = `${origin}${path}${path.includes('?') ? '&' : '?'}_data=routes%2Fpeople._index`;
  const response = await fetch(url, { headers: { cookie } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
};

/** Ten addresses of each kind of search, from what the hub itself offers: its choices, its words, its pages. */
export async function addressesOf(origin, cookie) {
  const listing = ['/people'];
  const words = new Set();
  while (listing.length <= EACH) {
    const page = await data(origin, listing.at(-1), cookie);
    for (const { headline } of page.hits)
      for (const word of (headline ?? '')
        .toLowerCase()
        .match(/[a-z]{4,}/g)
        ?.slice(0, 2) ?? [])
        words.add(word);
    if (!page.view.next) break;
    listing.push(`/people?after=${encodeURIComponent(page.view.next)}`);
  }
  const choices = await data(origin, '/people?all=interest', cookie);
  const interests = choices.facets.find((facet) => facet.name === 'interest').options.map((option) => option.value);
  const texts = [...words];
  const ten = (make) => Array.from({ length: EACH }, (_, index) => make(index));
  const interest = (index) => interests[(index * 3) % interests.length];
  const text = (index) => texts[(index * 7) % texts.length];
  return {
    listing: listing.slice(0, EACH),
    interest: ten((index) => `/people?interest=${interest(index)}`),
    'interest + text': ten((index) => `/people?q=${text(index)}&interest=${interest(index)}`),
    text: ten((index) => `/people?q=${text(index)}`),
    'text + interest + 100 km': ten(
      (index) =>
        `/people?q=${text(index)}&interest=${interest(index % 3)}&place=${PLACES[index].replace(' ', '+')}&within=100`,
    ),
  };
}
