import { type Audience, narrower } from '~/lib/audience';
import type { CompiledPolicy } from '~/sharing/compile-policy.server';
import type { Consents } from '~/sharing/consents';
import type { Random } from '../../demo/random';

const FOR_EVERYONE = [
  'person.name',
  'person.about',
  'person.position',
  'person.network_role',
  'person.topics',
  'person.region',
];

/** What somebody chose, by category, and what it means for each field. */
export interface Chosen {
  grants: ReadonlyMap<string, Audience>;
  consents: Consents;
}

/** In a hundred people 60 share with everyone, 30 with members, 10 with fewer; half of those who share at all tell members their town. */
export function choiceDrawer(random: Random, policy: CompiledPolicy): () => Chosen {
  const categories = policy.categories.filter((category) => category.subject === 'person');
  const chosenBy = (wish: (category: string, proposed: Audience) => Audience): Chosen => {
    const chosen = categories.map(({ name, fields, ceiling, default: proposed }) => ({
      name,
      fields,
      audience: narrower(wish(name, proposed), ceiling),
    }));
    return {
      grants: new Map(chosen.map(({ name, audience }) => [name, audience])),
      consents: new Map(chosen.flatMap(({ fields, audience }) => fields.map((field) => [field, audience] as const))),
    };
  };
  const townFor = (category: string) => category === 'person.town';
  const patterns = [false, true].map((town) => ({
    public: chosenBy((name, proposed) =>
      FOR_EVERYONE.includes(name) ? 'public' : town && townFor(name) ? 'member' : proposed,
    ),
    member: chosenBy((name, proposed) => (town && townFor(name) ? 'member' : proposed)),
    weaver: chosenBy((_, proposed) => narrower(proposed, 'weaver')),
    steward: chosenBy((_, proposed) => narrower(proposed, 'steward')),
    self: chosenBy(() => 'self'),
  }));
  const shares = [
    ['public', 60],
    ['member', 30],
    ['weaver', 5],
    ['steward', 3],
    ['self', 2],
  ] as const;
  const hundred = shares.flatMap(([audience, count]) => Array<(typeof shares)[number][0]>(count).fill(audience));
  return () => random.pick(patterns)[random.pick(hundred)];
}
