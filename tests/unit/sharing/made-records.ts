import type { GroupRecord, PersonRecord } from '~/sharing/records';

const place = {
  townId: 4711,
  regionKey: 'XX-01',
  country: 'XX',
  lat: 12.5,
  lng: 34.5,
  townName: 'markertown',
  regionName: 'markerregion',
  countryNames: { en: 'markercountry' },
};
const term = (id: number, label: string) => [{ id, labels: { en: label } }];

/** A person with something in every field, each of which is found again wherever it stands. */
export const madePerson = (more: Partial<PersonRecord> = {}): PersonRecord => ({
  ...place,
  id: 'a person',
  handle: 'a-handle',
  standing: 'member',
  name: 'markername',
  alias: 'markeralias',
  aliasOnly: false,
  pronouns: 'markerpronouns',
  headline: 'markerheadline',
  bio: 'markerbio',
  links: [{ url: 'https://example.org/markerlinks', label: null }],
  networkRoles: ['principal'],
  interests: term(101, 'markerinterests'),
  skills: term(202, 'markerskills'),
  learning: term(303, 'markerlearning'),
  languageCodes: ['qx'],
  joinedOn: '1987-03-04',
  lastConfirmedOn: '1988-05-06',
  needs: 'markerneeds',
  weaving: true,
  contactEmail: 'markeremail@example.org',
  contactPhone: 'markerphone',
  contactHandle: 'markerhandle',
  notIndexed: false,
  objections: [],
  consents: new Map(),
  ...more,
});

/** A group with something in every field. */
export const madeGroup = (more: Partial<GroupRecord> = {}): GroupRecord => ({
  ...place,
  id: 'a group',
  slug: 'a-group',
  standing: 'member',
  name: 'markername',
  abbreviation: 'markerabbreviation',
  purpose: 'markerpurpose',
  activities: 'markeractivities',
  website: 'https://example.org/markerwebsite',
  links: [{ url: 'https://example.org/markerlinks', label: null }],
  interests: term(404, 'markertopics'),
  placeText: 'markerplace',
  sourceNote: null,
  email: 'markeremail@example.org',
  streetAddress: 'markerstreet',
  listedOn: '2020-01-01',
  lastConfirmedOn: null,
  quietSince: null,
  deadLinks: null,
  consents: new Map(),
  ...more,
});
