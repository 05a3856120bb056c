import { parse } from 'yaml';
import type { NetworkRole } from '~/lib/standing';
import aliases from './data/aliases.txt?raw';
import closing from './data/closing-lines.yaml?raw';
import midwest from './data/groups-midwest.yaml?raw';
import northernRivers from './data/groups-northern-rivers.yaml?raw';
import overseas from './data/groups-overseas.yaml?raw';
import frames from './data/headline-frames.yaml?raw';
import headlines from './data/headlines.yaml?raw';
import interestLines from './data/interest-lines.yaml?raw';
import localLines from './data/local-lines.yaml?raw';
import names from './data/names.yaml?raw';
import written from './data/people-written.yaml?raw';

export interface WrittenGroup {
  name: string;
  abbreviation?: string;
  /** Region and town, as in towns.ts. */
  at: string;
  /** Where it was found, for a group that is listed and no member. */
  listed?: string;
  purpose: string;
  activities: string;
  topics: string[];
  street?: string;
}

export const DEMO_ROLES = ['newcomer', 'member', 'lead', 'weaver', 'operator', 'steward'] as const;
export type DemoRole = (typeof DEMO_ROLES)[number];

export interface WrittenPerson {
  name: string;
  alias?: string;
  account?: DemoRole;
  group: string;
  title?: string;
  leads?: boolean;
  sharing?: 'open' | 'public-name' | 'members';
  pronouns?: string;
  headline: string;
  bio?: string;
  interests: string[];
  skills: string[];
  learn?: string[];
  languages: string[];
  roles?: NetworkRole[];
}

export interface NamePool {
  languages: string[];
  f: string[];
  m: string[];
  n: string[];
  family: string[];
}

interface Closing {
  offers: string[];
  lives: string[];
  needs: string[];
  identities: string[];
  titles: { leads: string[]; members: string[] };
}

interface Frames {
  frames: string[];
  trades: string[];
  events: string[];
  things: string[];
  teachers: string[];
}

export const writtenGroups = (): WrittenGroup[] =>
  [midwest, northernRivers, overseas].flatMap((text) => parse(text) as WrittenGroup[]);
export const writtenPeople = (): WrittenPerson[] => parse(written) as WrittenPerson[];
export const namePools = (): Record<string, NamePool> => parse(names) as Record<string, NamePool>;
export const aliasNames = (): string[] => aliases.trim().split('\n');

/** Lines to make a person's texts from; `{a|b}` stands for one of several wordings. */
export const lines = () => ({
  headlines: parse(headlines) as Record<string, string[]>,
  interests: parse(interestLines) as Record<string, string[]>,
  local: parse(localLines) as Record<string, { skill: string; headline: string; bio: string }[]>,
  closing: parse(closing) as Closing,
  frames: parse(frames) as Frames,
});
