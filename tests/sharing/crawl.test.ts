import { beforeAll, describe, expect, it } from 'vitest';
import { AUDIENCES, type Audience, type ReaderAudience, reaches } from '~/lib/audience';
import type { Standing } from '~/lib/standing';
import { REGISTRY } from '~/sharing/registry';
import { giveRole, join, makeGroup, makePerson } from '../factories/people';
import { makeTerms } from '../factories/vocabularies';
import { tried } from '../setup/cases';
import { useHub } from '../setup/hub';
import { cookieOf, read, useServed } from '../setup/served';
import { asData, registeredPaths, rootData } from './surfaces';

const served = useServed(useHub());

/** Who crawls, and the audience they read as. */
const CRAWLERS: {
  name: string;
  role?: 'weaver' | 'operator' | 'steward';
  standing?: Standing;
  leads?: boolean;
  as: ReaderAudience;
}[] = [
  { name: 'visitor', as: 'public' },
  { name: 'newcomer', standing: 'newcomer', as: 'public' },
  { name: 'hidden', standing: 'hidden', as: 'public' },
  { name: 'held', standing: 'held', as: 'public' },
  { name: 'member', as: 'member' },
  { name: 'lead', leads: true, as: 'member' },
  { name: 'operator', role: 'operator', as: 'member' },
  { name: 'weaver', role: 'weaver', as: 'weaver' },
  { name: 'steward', role: 'steward', as: 'steward' },
];

const cookies = new Map<string, string | null>();
const canary = (audience: Audience, field: string) => `qx${audience}${field}xq`;
const planted: { subject: string; field: string; audience: Audience }[] = [];
/** A canary in a field of the registry. */
const plant = (subject: string, field: string, audience: Audience, name = field.replaceAll('_', '')) => {
  planted.push({ subject, field, audience });
  return canary(audience, name);
};

/** Contact is shared with members and yet on no page: it is opened by one press, which is noted. */
const CONTACT = { 'person.email': 'member', 'person.phone': 'member', 'person.handle': 'member' } as const;

/** One person and one group per audience, with a canary of that audience in every field. */
beforeAll(async () => {
  const lead = await makeGroup({ name: 'Led Group' });
  for (const { name, role, standing, leads } of CRAWLERS) {
    if (name === 'visitor') {
      cookies.set(name, null);
      continue;
    }
    const { id, accountId } = await makePerson(
      { name: `Crawler ${name}` },
      {},
      { email: `${name}@example.org`, standing: standing ?? 'member' },
    );
    if (!accountId) throw new Error('No account.');
    if (role) await giveRole(accountId, role);
    if (leads) await join(id, lead.id, { leads: true });
    cookies.set(name, await cookieOf(accountId));
  }
  for (const audience of AUDIENCES) {
    const word = (field: string) => canary(audience, field);
    const { interests } = await makeTerms({ interests: [`Open topic ${audience}`] });
    const group = await makeGroup(
      {
        name: `Group ${plant('group', 'name', audience, 'group')}`,
        abbreviation: plant('group', 'abbreviation', audience, 'abbr'),
        purpose: plant('group', 'purpose', audience),
        activities: plant('group', 'activities', audience),
        website: `https://example.org/${plant('group', 'website', audience)}`,
        links: [{ url: `https://example.org/${plant('group', 'links', audience, 'grouplinks')}` }],
        email: `${plant('group', 'email', 'self', 'groupmail')}@example.org`,
        streetAddress: plant('group', 'street_address', 'self', 'street'),
        placeText: word('place'),
      },
      {},
      { 'group.profile': audience, 'group.contact': 'self' },
    );
    const grants = ['name', 'about', 'position', 'network_role', 'topics', 'region', 'joined', 'last_confirmed'].map(
      (each) => [
        `person.${each}`,
        audience === 'public' && each.includes('o') && ['joined', 'last_confirmed'].includes(each)
          ? 'member'
          : audience,
      ],
    );
    const person = await makePerson(
      {
        name: `Person ${plant('person', 'name', audience)}`,
        alias: plant('person', 'alias', audience),
        pronouns: plant('person', 'pronouns', audience),
        headline: plant('person', 'headline', audience),
        bio: plant('person', 'bio', audience),
        links: [{ url: `https://example.org/${plant('person', 'links', audience, 'link')}`, label: word('label') }],
        interestIds: interests,
        exactPlace: plant('person', 'exact_place', 'self'),
        identity: plant('person', 'identity', 'self'),
        needs: plant('person', 'needs', 'self'),
        contactEmail: `${plant('person', 'email', 'self', 'mail')}@example.org`,
        contactPhone: plant('person', 'phone', 'self'),
        contactHandle: plant('person', 'contact_handle', 'self'),
      },
      { ...Object.fromEntries(grants), ...CONTACT },
      {
        email: `${plant('account', 'address', 'self', 'account')}${audience}@example.org`,
        handle: `handle-${word('handle')}`,
      },
    );
    await join(person.id, group.id, { title: word('title'), leads: true });
    await join(person.id, lead.id, { title: word('title') });
  }
});

const START = [
  '/',
  '/people',
  '/groups',
  '/home',
  '/privacy',
  '/privacy/1',
  '/sign-in',
  '/settings',
  '/settings/profile',
  '/settings/sharing',
  '/settings/leaving',
  '/settings/data',
  '/numbers',
  '/goodbye',
  '/steward/imported',
  '/steward/import',
  '/operate/mail',
  '/weaving/claims',
  '/groups/led-group/leads',
  '/groups/led-group/edit',
  '/people?sort=newest',
  '/people?q=person',
  '/groups?q=group',
  '/suggest/people?q=qx',
  '/suggest/people?q=person',
  '/suggest/groups?q=group',
  '/suggest/places?q=lis',
  '/healthz',
  '/robots.txt',
  '/no-such-page',
  ...AUDIENCES.flatMap((audience) => [
    `/people/handle-${canary(audience, 'handle')}`,
    `/groups/group-${canary(audience, 'group')}`,
    `/groups/group-${canary(audience, 'group')}/edit`,
    `/people?q=${canary(audience, 'headline')}`,
    `/groups?q=${canary(audience, 'purpose')}`,
    `/people?group=group-${canary(audience, 'group')}`,
  ]),
  ...registeredPaths().map(({ path }) => path),
];
const MOST_PAGES = 500;

const linksIn = (body: string): string[] =>
  [...body.matchAll(/(?:href|action)="(\/[^"#]*)"/g)]
    .map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
    .filter((path) => !/^\/(assets|sign-out)/.test(path));

/** Everything a reader can reach by links from the pages there are, each also through its second door. */
async function crawl(cookie: string | null, check: (path: string, whole: string) => void): Promise<Set<string>> {
  const queue = [...START];
  const seen = new Set<string>();
  while (queue.length > 0 && seen.size < MOST_PAGES) {
    const batch = queue.splice(0, 8).filter((path) => !seen.has(path) && seen.add(path));
    await Promise.all(
      batch.map(async (path) => {
        const page = await read(served.origin(), path, cookie);
        check(path, page.whole);
        queue.push(...linksIn(page.body));
        const doors = path.includes('_data=') ? [] : [asData(path), rootData(path)];
        for (const door of doors) if (door) check(door, (await read(served.origin(), door, cookie)).whole);
      }),
    );
  }
  return seen;
}

describe('a crawl of every page and its second door', () => {
  it.each(CRAWLERS)('as $name finds no canary of a narrower audience', async ({ name, as }) => {
    const narrower = AUDIENCES.filter((audience) => !reaches(audience, as));
    const found = new Set<string>();
    const canaries = planted.filter(({ audience }) => narrower.includes(audience)).length;
    let answers = 0;
    const pages = await crawl(cookies.get(name) ?? null, (path, whole) => {
      answers += 1;
      for (const audience of narrower) {
        const hit = new RegExp(`qx${audience}[a-z]+xq`, 'i').exec(
          whole.replaceAll(decodeURIComponent(path), '').replaceAll(path, ''),
        );
        // What was asked for comes back in the search box; only a canary that was not typed counts.
        if (hit && !path.includes(hit[0])) found.add(`${path}: ${hit[0]}`);
      }
    });
    tried({ cells: answers * canaries, leaks: found.size });
    expect([...found]).toEqual([]);
    const doors = new Set(
      [...pages].map((path) => new URL(asData(path) ?? '/', 'http://hub').searchParams.get('_data')),
    );
    expect(registeredPaths().filter(({ id }) => !doors.has(id))).toEqual([]);
  });

  it('looks for a canary of every text and link there is of people and groups', () => {
    const held = (subject: string, field: string) =>
      planted.some((each) => each.subject === subject && each.field === field);
    const texts = REGISTRY.filter(
      ({ subject, type }) => ['person', 'group', 'account'].includes(subject) && ['text', 'links'].includes(type),
    );
    expect(texts.filter(({ subject, name }) => !held(subject, name))).toEqual([]);
  });

  it('finds the canaries that are shared, so that the search for them works', async () => {
    const seen = new Set<string>();
    await crawl(cookies.get('steward') ?? null, (path, whole) => {
      for (const match of whole.matchAll(/qx(public|member|weaver|steward)(headline|bio|title|purpose|name)xq/g))
        if (!path.includes(match[0])) seen.add(match[0]);
    });
    for (const audience of ['public', 'member', 'weaver', 'steward'] as const) {
      for (const field of ['headline', 'bio', 'title', 'purpose', 'name'])
        expect(seen).toContain(canary(audience, field));
    }
  });
});
