import { describe, expect, it } from 'vitest';
import type { Audience } from '~/lib/audience';
import { projectGroup, projectPerson, projectPosition, projectSignature, type SearchMemo } from '~/sharing/project';
import type { GroupRecord, PersonRecord } from '~/sharing/records';
import { madePolicy, type Rule } from './made-policy';
import { madeGroup, madePerson } from './made-records';

const PERSON_FIELDS = [
  ...['name', 'pronouns', 'headline', 'bio', 'links', 'network_role', 'interests', 'skills', 'learning', 'languages'],
  ...['town', 'region', 'joined', 'last_confirmed', 'needs', 'weaving', 'email', 'phone', 'contact_handle'],
  ...['position', 'signature'],
];
const GROUP_FIELDS = [
  ...['name', 'abbreviation', 'purpose', 'activities', 'website', 'links', 'topics', 'town', 'email'],
  ...['street_address', 'leads'],
];

/** A policy with a category for each field, all open to everybody but for what is said otherwise. */
const policyWith = (more: Record<string, Partial<Rule>> = {}) =>
  madePolicy(
    1,
    (['person', 'group'] as const).flatMap((subject) =>
      (subject === 'person' ? PERSON_FIELDS : GROUP_FIELDS).map((field) => ({
        ...({ name: `${subject}.${field}`, subject, fields: [field], ceiling: 'public', default: 'public' } as const),
        ...more[`${subject}.${field}`],
      })),
    ),
  );
const open = policyWith();
const all = new Map<string, Audience>(PERSON_FIELDS.map((field) => [field, 'public']));
const without = (...fields: string[]) => new Map([...all].filter(([field]) => !fields.includes(field)));
const person = (more: Partial<PersonRecord> = {}) => madePerson({ consents: all, ...more });

const NOTHING: Partial<PersonRecord> = {
  ...{ pronouns: null, headline: null, bio: null, links: [], networkRoles: [], interests: [], skills: [] },
  ...{ learning: [], languageCodes: [], townId: null, regionKey: null, country: null, lat: null, lng: null },
  ...{ townName: null, regionName: null, countryNames: null, joinedOn: null, lastConfirmedOn: null, needs: null },
  ...{ weaving: false, contactEmail: null, contactPhone: null, contactHandle: null },
};
const EMPTY_PERSON = {
  ...{ person_id: 'a person', handle: 'a-handle', name: 'markername', sort_name: 'markername' },
  ...{ pronouns: null, headline: null, bio: null, links: null, network_roles: null, interest_ids: null },
  ...{ skill_ids: null, learn_ids: null, language_codes: null, town_id: null, lat: null, lng: null },
  ...{ region_key: null, country: null, joined_month: null, last_confirmed_month: null, needs: null, weaving: null },
  ...{ contact_email: null, contact_phone: null, contact_handle: null, not_indexed: false, imported: false },
  ...{ a: 'markername', b: '', c: '', d: '', words: ['markername'] },
};

describe('the row of a person', () => {
  it('holds everything that is shared and may be searched by', () => {
    const found = ['markerinterests', 'markerskills', 'markerlearning', 'markertown', 'markerregion', 'markercountry'];
    expect(projectPerson(open, person(), 'member')).toEqual({
      ...{ person_id: 'a person', handle: 'a-handle', name: 'markername', sort_name: 'markername' },
      ...{ pronouns: 'markerpronouns', headline: 'markerheadline', bio: 'markerbio', network_roles: ['principal'] },
      links: [{ url: 'https://example.org/markerlinks', label: null }],
      ...{ interest_ids: [101], skill_ids: [202], learn_ids: [303], language_codes: ['qx'] },
      ...{ town_id: 4711, lat: 12.5, lng: 34.5, region_key: 'XX-01', country: 'XX' },
      ...{ joined_month: '1987-03-01', last_confirmed_month: '1988-05-01', needs: 'markerneeds', weaving: true },
      ...{ contact_email: 'markeremail@example.org', contact_phone: 'markerphone', contact_handle: 'markerhandle' },
      ...{ not_indexed: false, imported: false },
      ...{ a: 'markername', b: 'markerheadline', c: found.join(' '), d: 'markerbio markerneeds' },
      words: ['markername', 'markerheadline', ...found, 'markerbio', 'markerneeds'],
    });
  });

  it('looks the same where nothing is shared and where there is nothing', () => {
    const onlyName = new Map<string, Audience>([['name', 'public']]);
    expect(projectPerson(open, person({ consents: onlyName }), 'public')).toEqual(EMPTY_PERSON);
    expect(projectPerson(open, person(NOTHING), 'public')).toEqual(EMPTY_PERSON);
  });

  it.each<[what: string, change: Partial<PersonRecord>, row: object]>([
    ['goes by an alias', { aliasOnly: true }, { name: 'markeralias', sort_name: 'markeralias', a: 'markeralias' }],
    ['has a name that folds to nothing', { name: '!!!' }, { name: '!!!', sort_name: '!!!', a: '' }],
    ['is not to be indexed', { notIndexed: true }, { not_indexed: true }],
    ['keeps off the map', { offMap: true }, { town_id: 4711, lat: null, lng: null }],
    ['objects to the map', { objections: ['map'] }, { town_id: 4711, lat: null, lng: null }],
    [
      'shares the town and not the region',
      { consents: without('region') },
      { town_id: 4711, region_key: null, country: null },
    ],
    [
      'shares the region and not the town',
      { consents: without('town') },
      { ...{ town_id: null, lat: null, lng: null, region_key: 'XX-01' }, c: expect.not.stringContaining('markertown') },
    ],
    [
      'lives in a country without a known region',
      { regionKey: null },
      { country: 'XX', c: expect.stringMatching(/markertown markercountry$/) },
    ],
    [
      'lives where the country has no name',
      { countryNames: null },
      { country: 'XX', c: expect.stringMatching(/markerregion$/) },
    ],
    ['has a point and no town', { townId: null }, { town_id: null, lat: null, lng: null }],
    ['lives in a region without a country', { country: null }, { c: expect.stringMatching(/markerregion$/) }],
  ])('of whoever %s', (_what, change, row) => {
    expect(projectPerson(open, person(change), 'public')).toMatchObject(row);
  });

  it('of whoever was imported says so, to stewards', () => {
    expect(projectPerson(open, person({ standing: 'imported', consents: new Map() }), 'steward')).toMatchObject({
      imported: true,
      headline: 'markerheadline',
    });
    expect(projectPerson(open, person({ standing: 'imported' }), 'weaver')).toBeNull();
  });

  it.each<[field: string, row: object]>([
    ['name', { name: 'markername', sort_name: '', a: '' }],
    ['headline', { headline: 'markerheadline', b: '' }],
    ['town', { town_id: 4711, lat: null, lng: null, c: expect.not.stringContaining('markertown') }],
    ['region', { region_key: 'XX-01', c: 'markerinterests markerskills markerlearning markertown' }],
    ['needs', { needs: 'markerneeds', d: 'markerbio' }],
    ['bio', { bio: 'markerbio', d: 'markerneeds' }],
    ['skills', { skill_ids: [202], c: expect.not.stringContaining('markerskills') }],
  ])('shows %s and is not found by it where it may not be searched', (field, row) => {
    const closed = policyWith({ [`person.${field}`]: { searchable: false } });
    expect(projectPerson(closed, person(), 'public')).toMatchObject(row);
  });

  it('keeps words of three to forty letters once each, and 400 of them', () => {
    const wordsOf = (bio: string) => projectPerson(open, person({ ...NOTHING, bio }), 'public')?.words;
    expect(wordsOf(`of the the ${'x'.repeat(40)} ${'y'.repeat(41)}`)).toEqual(['markername', 'the', 'x'.repeat(40)]);
    const many = Array.from({ length: 500 }, (_, nth) => `word${nth}`);
    expect(wordsOf(many.join(' '))).toEqual(['markername', ...many.slice(0, 399)]);
  });

  it('shares its search text with the other audiences that are shown the same, and with no other', () => {
    const memo: SearchMemo = new Map();
    const rows = (['public', 'member', 'steward'] as const).map((reader) =>
      projectPerson(policyWith({ 'person.needs': { ceiling: 'weaver' } }), person(), reader, memo),
    );
    expect(memo.size).toBe(2);
    expect(rows[1]?.words).toBe(rows[0]?.words);
    expect([rows[1]?.d, rows[2]?.d]).toEqual(['markerbio', 'markerbio markerneeds']);
  });
});

const NO_FACTS: Partial<GroupRecord> = {
  ...{ abbreviation: null, purpose: null, activities: null, website: null, links: [], interests: [], townId: null },
  ...{ regionKey: null, country: null, lat: null, lng: null, townName: null, regionName: null, countryNames: null },
  ...{ placeText: null, email: null, streetAddress: null },
};

describe('the row of a group', () => {
  it('holds everything that is shared and may be searched by', () => {
    const place = ['markertown', 'markerregion', 'markercountry', 'markerplace'];
    const links = [
      { url: 'https://example.org/gone', label: 'gone' },
      { url: 'https://example.org/there', label: null },
    ];
    const deadLinks = {
      ...{ 'https://example.org/gone': '2026-02-15', 'https://example.org/markerwebsite': '2026-03-20' },
      'https://example.org/of-another': '2026-01-01',
    };
    const more = { links, deadLinks, lastConfirmedOn: '2026-04-05', quietSince: '2025-01-02', sourceNote: 'a note' };
    expect(projectGroup(open, madeGroup(more), 'public')).toEqual({
      ...{ group_id: 'a group', slug: 'a-group', name: 'markername', sort_name: 'markername', standing: 'member' },
      ...{ abbreviation: 'markerabbreviation', purpose: 'markerpurpose', activities: 'markeractivities' },
      ...{ website: 'https://example.org/markerwebsite', links, interest_ids: [404] },
      ...{ town_id: 4711, lat: 12.5, lng: 34.5, region_key: 'XX-01', country: 'XX', place_text: 'markerplace' },
      ...{ source_note: 'a note', email: 'markeremail@example.org', street_address: 'markerstreet' },
      ...{ listed_on: '2020-01-01', last_confirmed_month: '2026-04-01', quiet_since: '2025-01-02' },
      dead_links: [
        { url: 'https://example.org/markerwebsite', since: '2026-03-01' },
        { url: 'https://example.org/gone', since: '2026-02-01' },
      ],
      ...{ a: 'markername markerabbreviation', b: ['markertopics', ...place].join(' ') },
      ...{ c: 'markerpurpose', d: 'markeractivities' },
      words: ['markername', 'markerabbreviation', 'markertopics', ...place, 'markerpurpose', 'markeractivities'],
    });
  });

  it('looks the same where nothing but the name is shown and where there is nothing else', () => {
    const closed = policyWith(
      Object.fromEntries(
        GROUP_FIELDS.filter((field) => field !== 'name').map((field) => [`group.${field}`, { ceiling: 'member' }]),
      ),
    );
    const row = projectGroup(closed, madeGroup(), 'public');
    expect(row).toEqual(projectGroup(open, madeGroup(NO_FACTS), 'public'));
    expect(row).toMatchObject({ place_text: null, website: null, links: null, dead_links: null, interest_ids: null });
    expect(row).toMatchObject({ a: 'markername', b: '', c: '', d: '', words: ['markername'] });
  });

  it('says nothing of a dead link that is not shown', () => {
    const deadLinks = { 'https://example.org/markerwebsite': '2026-03-20' };
    const closed = policyWith({ 'group.website': { ceiling: 'member' } });
    expect(projectGroup(closed, madeGroup({ deadLinks }), 'public')?.dead_links).toBeNull();
    expect(projectGroup(closed, madeGroup({ deadLinks }), 'member')?.dead_links).not.toBeNull();
  });

  it.each<[field: string, row: object]>([
    ['name', { sort_name: '', a: 'markerabbreviation' }],
    ['abbreviation', { abbreviation: 'markerabbreviation', a: 'markername' }],
    ['purpose', { purpose: 'markerpurpose', c: '' }],
    ['activities', { activities: 'markeractivities', d: '' }],
    ['topics', { interest_ids: [404], b: expect.not.stringContaining('markertopics') }],
    ['town', { town_id: 4711, place_text: 'markerplace', lat: null, lng: null, b: 'markertopics' }],
  ])('shows %s and is not found by it where it may not be searched', (field, row) => {
    const closed = policyWith({ [`group.${field}`]: { searchable: false } });
    expect(projectGroup(closed, madeGroup(), 'public')).toMatchObject(row);
  });

  it('of a name that folds to nothing is sorted by it as it stands', () => {
    expect(projectGroup(open, madeGroup({ name: '!!!' }), 'public')).toMatchObject({ sort_name: '!!!' });
  });
});

describe('an edge', () => {
  const group = madeGroup();
  const position = { personId: 'a person', groupId: 'a group', title: 'Treasurer', leads: true };
  const signature = { subjectId: 'a person', subject: 'person', version: 3 } as const;

  it('says who is what where, and no more', () => {
    expect(projectPosition(open, position, { person: person(), group }, 'public')).toEqual({
      ...{ person_id: 'a person', group_id: 'a group', title: 'Treasurer', leads: true },
    });
    expect(projectSignature(open, signature, { person: person(), group: undefined }, 'public')).toEqual({
      ...{ subject_id: 'a person', subject: 'person', version: 3 },
    });
    const byGroup = { subjectId: 'a group', subject: 'group', version: 3 } as const;
    expect(projectSignature(open, byGroup, { person: undefined, group }, 'public')).toEqual({
      ...{ subject_id: 'a group', subject: 'group', version: 3 },
    });
  });

  it.each<[what: string, policy: typeof open, ends: Parameters<typeof projectPosition>[2]]>([
    ['no person', open, { person: undefined, group }],
    ['no group', open, { person: person(), group: undefined }],
    ['somebody who does not share it', open, { person: person({ consents: without('position') }), group }],
    ['somebody who is not there', open, { person: person({ consents: without('name') }), group }],
    ['somebody without the alias they go by', open, { person: person({ aliasOnly: true, alias: null }), group }],
    [
      'a group that does not tell its leads',
      policyWith({ 'group.leads': { ceiling: 'member' } }),
      { person: person(), group },
    ],
    ['a group that is not there', policyWith({ 'group.name': { ceiling: 'member' } }), { person: person(), group }],
  ])('of a position does not stand with %s', (_what, policy, ends) => {
    expect(projectPosition(policy, position, ends, 'public')).toBeNull();
  });

  it.each<[what: string, policy: typeof open, ends: Parameters<typeof projectSignature>[2]]>([
    ['nobody', open, { person: undefined, group: undefined }],
    ['somebody who does not share it', open, { person: person({ consents: without('signature') }), group: undefined }],
    ['somebody who is not there', open, { person: person({ consents: without('name') }), group: undefined }],
    ['a group that is not there', policyWith({ 'group.name': { ceiling: 'member' } }), { person: undefined, group }],
  ])('of a signature does not stand with %s', (_what, policy, ends) => {
    expect(projectSignature(policy, signature, ends, 'public')).toBeNull();
  });
});
