import type { GroupInput, GroupOrigin } from '~/features/directory/groups.schema';
import type { Audience } from '~/lib/audience';
import { slugify } from '~/lib/slug';
import { type WrittenGroup, writtenGroups } from './data';
import { daysBefore, THREE_YEARS } from './dates';
import type { Random } from './random';
import { type Region, townId } from './towns';

export interface DemoGroup {
  input: Omit<GroupInput, 'interestIds'>;
  origin: GroupOrigin;
  topics: string[];
  region: Region;
  /** What its leads saved; empty for a group that stands at the policy's defaults. */
  grants: Record<string, Audience>;
}

/** Groups that show their page to fewer than everyone, by name. */
const SHY: Record<string, Audience> = {
  'Packinghouse Families Health Watch': 'member',
  'Byron Renters for a Liveable Coast': 'member',
  'Cedar Rapids Night Shift for Heat Safety': 'weaver',
  'Kalamazoo Paper Plume Parents': 'steward',
  'Straits Pipeline Anglers': 'self',
};

/** Groups nobody has heard of for years, by name, with their last sign of life. */
const QUIET = new Map([
  ['Coal Ash Circle of the Vermilion', daysBefore(1500)],
  ['Evans Head Cane and Mangrove Group', daysBefore(1300)],
  ['Quincy Bluffs Faith and Creation', daysBefore(1250)],
]);

const CONTACT: readonly Audience[] = ['public', 'member', 'public', 'weaver', 'member', 'steward', 'self'];

/** An address part in plain letters; a group whose name has none gets its number. */
const addressName = (group: WrittenGroup, number: number): string => {
  const plain = slugify(group.name)
    .replaceAll(/[^a-z0-9-]/g, '')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return plain.length > 8 ? plain : `group-${number}`;
};

export function demoGroups(random: Random): DemoGroup[] {
  return writtenGroups().map((group, number): DemoGroup => {
    const [region, town] = group.at.split(' ') as [Region, string];
    const address = addressName(group, number);
    const listed = group.listed !== undefined;
    const shared = SHY[group.name] ?? 'public';
    const listedDaysAgo = random.below(THREE_YEARS);
    const quietSince = QUIET.get(group.name);
    return {
      input: {
        name: group.name,
        abbreviation: group.abbreviation ?? null,
        purpose: group.purpose,
        activities: group.activities,
        website: random.chance(0.85) ? `https://${address}.${number % 2 ? 'example' : 'example.org'}/` : null,
        links: random.chance(0.3) ? [{ url: `https://news.example.org/${address}`, label: 'Newsletter' }] : [],
        townId: townId(region, town),
        email: listed ? null : `${address}@example.org`,
        streetAddress: group.street ?? null,
      },
      origin: {
        standing: listed ? 'listed' : 'member',
        source: listed ? 'demo' : null,
        sourceId: listed ? address : null,
        sourceNote: group.listed ?? null,
        listedOn: quietSince ?? daysBefore(listedDaysAgo),
        lastConfirmedOn:
          quietSince && !listed
            ? quietSince
            : listed
              ? null
              : daysBefore(Math.floor((listedDaysAgo * random.below(100)) / 150)),
        quietSince: quietSince ?? null,
        demo: true,
      },
      topics: group.topics,
      region,
      grants:
        listed || (!(group.name in SHY) && number % 8 === 3)
          ? {}
          : { 'group.profile': shared, 'group.contact': CONTACT[number % CONTACT.length] ?? 'member' },
    };
  });
}
