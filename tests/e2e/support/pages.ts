import type { Page } from '@playwright/test';
import type { Role } from './test';

export interface Visit {
  viewer: Role;
  path: string;
  /** 200 unless said. */
  status?: number;
  /** For an address that no two hubs share: a page, and what the links on the way from there are called. */
  via?: [from: string, ...links: (string | RegExp)[]];
}

const LONG = '/people?q=Wolkenbergersteinhauser';
/** A file that the operator looked at and left, which the run begins with. */
export const LEFT_BEHIND = 'left-behind.csv';
const everyone: Role[] = ['visitor', 'newcomer', 'member', 'weaver', 'steward'];
const members: Role[] = ['lead', 'newcomer', 'member', 'weaver', 'operator', 'steward'];

const seenBy = (viewers: Role[], ...paths: string[]): Visit[] =>
  paths.flatMap((path) => viewers.map((viewer) => ({ viewer, path })));

const IMPORT = ['/operate/import', 'spring-gathering.csv', 'Look at them side by side'] as const;

/** Every page with every kind of viewer who may open it; where several viewers see the same page, one of them stands for all. */
export const VISITS: Visit[] = [
  ...seenBy(['visitor'], '/', '/people', '/groups', '/privacy', '/privacy/1', '/sign-in', '/sign-in?to=%2Fhome'),
  ...seenBy(['visitor'], LONG, '/people?q=zzzzzzzz', '/people?language=ar&place=Lismore,+NSW&within=250&q=faith'),
  ...seenBy(['visitor'], '/groups?place=Springfield', '/groups?q=Bungawalbn', '/people?place=Nosuchtown'),
  { viewer: 'visitor', path: '/sign-in/not-a-link-that-was-ever-made' },
  { viewer: 'visitor', path: '/set-up/not-a-link-that-was-ever-made' },
  { viewer: 'visitor', path: '/no-such-page', status: 404 },
  { viewer: 'member', path: '/people/no-such-person', status: 404 },
  { viewer: 'member', path: '/operate/mail', status: 404 },
  ...seenBy(['operator'], '/operate/alerts'),
  { viewer: 'weaver', path: '/operate/alerts', status: 404 },
  ...seenBy(['operator'], '/operate/import'),
  { viewer: 'member', path: '/operate/backups', status: 404 },
  ...seenBy(['member'], '/', '/people', '/groups'),
  ...seenBy(everyone, '/groups/bungawalbin-catchment-watch'),
  ...seenBy(['visitor'], '/groups/central-sands-potato-and-people'),
  ...seenBy(members, '/home'),
  ...seenBy(['member', 'newcomer'], '/settings/sharing', '/settings/profile'),
  ...seenBy(['member'], '/settings/sharing/changes', '/settings/sharing/receipts'),
  { viewer: 'member', path: '/settings/sharing/receipts/:id', via: ['/settings/sharing/receipts', /^Name$/] },
  ...seenBy(['visitor'], '/join', '/join?as=group', '/join/not-a-link'),
  ...seenBy(['newcomer'], '/welcome', '/welcome/vouches', '/settings/sharing?to=/welcome'),
  ...seenBy(['weaver'], '/weaving/newcomers', '/weaving/newcomers?which=mine'),
  ...seenBy(['operator'], '/operate/join', '/operate/welcome'),
  { viewer: 'member', path: '/weaving/newcomers', status: 404 },
  { viewer: 'weaver', path: '/weaving/newcomers/:id', via: ['/weaving/newcomers?which=mine', /Temperance/] },
  ...seenBy(['lead', 'steward'], '/settings/leaving'),
  ...seenBy(['member'], '/settings/data'),
  ...seenBy(['operator'], '/numbers'),
  ...seenBy(['visitor'], '/goodbye', '/invitation/not-a-link-that-was-ever-made'),
  ...seenBy(['steward'], '/steward/imported', '/steward/import', '/steward/imported?q=zzzzz'),
  ...seenBy(['member'], '/invitations'),
  ...seenBy(['visitor'], '/invited/not-a-link'),
  ...seenBy(['steward'], '/steward/invitations', '/steward/batches', '/steward/batches/new'),
  { viewer: 'steward', path: '/steward/batches/:id', via: ['/steward/batches', /\d{4}/] },
  ...seenBy(['member'], '/settings/sharing/blocks', '/groups/bungawalbin-catchment-watch/contact'),
  ...seenBy(['lead'], '/settings/sharing/log'),
  ...seenBy(['member'], '/settings/sharing/seen', '/settings/sharing/seen?as=weaver', '/settings/security/hiding'),
  ...seenBy(['steward'], '/steward/contact'),
  ...seenBy(['steward'], '/steward/pauses'),
  ...seenBy(['steward'], '/steward/roles', '/steward/audit'),
  ...seenBy(['steward'], '/steward/policy?category=person.town', '/steward/policy/text', '/steward/policy/publication'),
  ...seenBy(['visitor', 'member'], '/concern'),
  ...seenBy(['visitor'], '/concern?sent=stewards', '/concern/outside/not-a-link'),
  { viewer: 'visitor', path: '/concern/follow/not-a-link', status: 404 },
  ...seenBy(['member', 'weaver'], '/concerns'),
  { viewer: 'member', path: '/concerns/:id', via: ['/concerns', /^Concern of/] },
  { viewer: 'lead', path: '/concerns/about-me/:id', via: ['/home', 'Read it and answer'] },
  ...seenBy(['steward'], '/steward/concerns', '/steward/concerns/people'),
  { viewer: 'steward', path: '/steward/concerns/:id', via: ['/steward/concerns', /^Concern of/] },
  { viewer: 'operator', path: '/steward/concerns', status: 404 },
  { viewer: 'operator', path: '/steward/imported', status: 404 },
  ...seenBy(['lead'], '/groups/bungawalbin-catchment-watch/edit'),
  ...seenBy(['lead'], '/groups/bungawalbin-catchment-watch/leads'),
  ...seenBy(['member'], '/groups/central-sands-potato-and-people/claim'),
  ...seenBy(['visitor'], '/groups/central-sands-potato-and-people/removal'),
  ...seenBy(['visitor'], '/removals/not-a-link', '/objections/not-a-link', '/reminders/not-a-link'),
  ...seenBy(['visitor', 'newcomer', 'lead', 'steward'], '/unity'),
  ...seenBy(['visitor'], '/unity/1'),
  ...seenBy(['lead'], '/groups/bungawalbin-catchment-watch/signature', '/groups/bungawalbin-catchment-watch/signers'),
  ...seenBy(['visitor'], '/unsubscribe/not-a-link'),
  ...seenBy(['visitor'], '/groups?quiet=1'),
  ...seenBy(['member'], '/settings/notices', '/settings/security/codes'),
  ...seenBy(['lead', 'steward'], '/settings/security', '/sign-in/again'),
  ...seenBy(['lead'], '/settings/security/app'),
  ...seenBy(['lead'], '/settings/security/address', '/settings/security/hold'),
  ...seenBy(['visitor'], '/hidden', '/sign-in/proved', '/address/not-a-link'),
  ...seenBy(['weaver', 'operator'], '/weaving/claims'),
  { viewer: 'member', path: '/weaving/claims', status: 404 },
  ...seenBy(
    ['operator'],
    '/operate/network',
    '/operate/export',
    '/operate/vocabularies',
    '/operate/vocabularies/interest/1',
  ),
  ...seenBy(['operator'], '/operate/mail', '/operate/backups'),
  ...seenBy(['steward'], '/operate/unity'),
  { viewer: 'member', path: '/operate/unity', status: 404 },
  { viewer: 'visitor', path: '/unity/drafts/not-a-link', status: 404 },
  { viewer: 'lead', path: '/unity/circulated/:draft', via: ['/home', /^Read the draft/] },
  { viewer: 'operator', path: '/operate/unity/:draft', via: ['/operate/unity', 'What we stand for together'] },
  {
    viewer: 'steward',
    path: '/operate/unity/:draft/publication',
    via: ['/operate/unity', 'What we stand for together', 'Look at it once more, and publish'],
  },
  { viewer: 'operator', path: '/operate/import/check/:file', via: ['/operate/import', `Go on with ${LEFT_BEHIND}`] },
  { viewer: 'operator', path: '/operate/import/:run', via: [IMPORT[0], IMPORT[1]] },
  { viewer: 'operator', path: '/operate/import/:run/duplicates', via: [...IMPORT] },
  { viewer: 'operator', path: '/operate/import/:run/duplicates/:line', via: [...IMPORT, 'Decide the first one'] },
  { viewer: 'member', path: '/claims/:id', via: ['/home', /Central Sands Potato/] },
  { viewer: 'weaver', path: '/weaving/claims/:id', via: ['/weaving/claims', /Tablelands Bushfire/] },
];

/** The address of a visit. It follows the links it has to in English. */
export async function addressOf(page: Page, { path, via }: Visit): Promise<string> {
  if (!via) return path;
  const [from, ...links] = via;
  let address = from;
  for (const name of links) {
    await page.goto(address);
    const link = page.getByRole('main').getByRole('link', { name }).first();
    address = (await link.getAttribute('href')) ?? '';
  }
  return address;
}

/** One visit to each address: another viewer meets the same words there. */
export const ADDRESSES: Visit[] = VISITS.filter(
  ({ path }, index) => VISITS.findIndex((visit) => visit.path === path) === index,
);

/** Same-origin links that lead on instead of answering themselves. */
export const REDIRECTS = new Map([['/settings', '/settings/profile']]);
