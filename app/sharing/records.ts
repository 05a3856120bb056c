import type { GroupStanding, NetworkRole, Standing } from '~/lib/standing';
import type { Consents } from './consents';
import type { Relations } from './relations';

export interface StoredLink {
  url: string;
  label: string | null;
}

/** Names of a town and what lies around it, for the search text. */
export interface StoredPlace {
  townId: number | null;
  regionKey: string | null;
  country: string | null;
  lat: number | null;
  lng: number | null;
  townName: string | null;
  regionName: string | null;
  /** By language. */
  countryNames: Record<string, string> | null;
}

interface Term {
  id: number;
  labels: Record<string, string>;
}

/** A person as stored in core, with what they saved. */
export interface PersonRecord extends StoredPlace {
  id: string;
  handle: string;
  standing: Standing;
  name: string;
  alias: string | null;
  aliasOnly: boolean;
  pronouns: string | null;
  headline: string | null;
  bio: string | null;
  links: StoredLink[];
  networkRoles: NetworkRole[];
  interests: Term[];
  skills: Term[];
  learning: Term[];
  languageCodes: string[];
  joinedOn: string | null;
  lastConfirmedOn: string | null;
  needs: string | null;
  weaving: boolean;
  contactEmail: string | null;
  contactPhone: string | null;
  contactHandle: string | null;
  /** Whether no point of theirs may stand on a map or be measured from. */
  offMap: boolean;
  notIndexed: boolean;
  /** Purposes they object to; what these leave nothing to be used for is no longer among the consents. */
  objections: readonly string[];
  consents: Consents;
  /** What they opened to relations; without it, nothing. */
  relations?: Relations;
}

/** A group as stored in core, with what its leads saved. */
export interface GroupRecord extends StoredPlace {
  id: string;
  slug: string;
  standing: GroupStanding;
  name: string;
  abbreviation: string | null;
  purpose: string | null;
  activities: string | null;
  website: string | null;
  links: StoredLink[];
  interests: Term[];
  placeText: string | null;
  sourceNote: string | null;
  email: string | null;
  streetAddress: string | null;
  listedOn: string;
  lastConfirmedOn: string | null;
  quietSince: string | null;
  /** Day of the first failure by address, of those links that are known not to answer. */
  deadLinks: Record<string, string> | null;
  consents: Consents;
}

export interface PositionRecord {
  personId: string;
  groupId: string;
  title: string | null;
  leads: boolean;
}

/** A signature whose signatory agreed to be named. */
export interface SignatureRecord {
  subjectId: string;
  subject: 'person' | 'group';
  version: number;
}
