import type { Role } from './test';

export interface Visit {
  viewer: Role;
  path: string;
  /** 200 unless said. */
  status?: number;
}

const LONG = '/people?q=Wolkenbergersteinhauser';
const everyone: Role[] = ['visitor', 'newcomer', 'member', 'weaver', 'steward'];
const members: Role[] = ['lead', 'newcomer', 'member', 'weaver', 'operator', 'steward'];

const seenBy = (viewers: Role[], ...paths: string[]): Visit[] =>
  paths.flatMap((path) => viewers.map((viewer) => ({ viewer, path })));

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
  ...seenBy(['operator'], '/operate/import'),
  { viewer: 'member', path: '/operate/backups', status: 404 },
  ...seenBy(['member'], '/', '/people', '/groups'),
  ...seenBy(everyone, '/groups/bungawalbin-catchment-watch'),
  ...seenBy(['visitor'], '/groups/central-sands-potato-and-people'),
  ...seenBy(members, '/home'),
  ...seenBy(['member', 'newcomer'], '/settings/sharing', '/settings/profile'),
  ...seenBy(['lead', 'steward'], '/settings/leaving'),
  ...seenBy(['visitor'], '/goodbye', '/invitation/not-a-link-that-was-ever-made'),
  ...seenBy(['steward'], '/steward/imported', '/steward/import', '/steward/imported?q=zzzzz'),
  { viewer: 'operator', path: '/steward/imported', status: 404 },
  ...seenBy(['lead'], '/groups/bungawalbin-catchment-watch/edit'),
  ...seenBy(['lead'], '/groups/bungawalbin-catchment-watch/leads'),
  ...seenBy(['member'], '/groups/central-sands-potato-and-people/claim'),
  ...seenBy(['visitor'], '/groups/central-sands-potato-and-people/removal'),
  ...seenBy(['visitor'], '/removals/not-a-link', '/objections/not-a-link', '/reminders/not-a-link'),
  ...seenBy(['visitor'], '/groups?quiet=1'),
  ...seenBy(['member'], '/settings/notices'),
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
];

/** One visit to each address: another viewer meets the same words there. */
export const ADDRESSES: Visit[] = VISITS.filter(
  ({ path }, index) => VISITS.findIndex((visit) => visit.path === path) === index,
);

/** Same-origin links that lead on instead of answering themselves. */
export const REDIRECTS = new Map([['/settings', '/settings/profile']]);
