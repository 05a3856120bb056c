import { type Audience, narrower, upTo } from '~/lib/audience';
import type { CompiledPolicy } from '~/sharing/compile-policy.server';
import { deck, type Random } from './random';

export type Pattern = 'open' | 'public-name' | 'members' | 'particular' | 'weavers' | 'private' | 'nothing';

/** How many of a hundred people share in which way. */
const HUNDRED: Record<Pattern, number> = {
  open: 17,
  'public-name': 9,
  members: 42,
  particular: 21,
  weavers: 3,
  private: 2,
  nothing: 6,
};

const OPEN_TO_EVERYONE = [
  'person.name',
  'person.about',
  'person.position',
  'person.network_role',
  'person.topics',
  'person.region',
  'person.signature',
];
const PUBLIC_CARD = ['person.name', 'person.about', 'person.topics'];

type Policy = Pick<CompiledPolicy, 'categories'>;

/** Chooses what people share, so that every category is shared with every audience the policy permits by someone. */
export function sharingDrawer(random: Random, policy: Policy) {
  const categories = policy.categories.filter((category) => category.subject === 'person');
  const cells = categories.flatMap(({ name, ceiling }) => upTo(ceiling).map((audience) => [name, audience] as const));
  const nextCell = deck(random, cells);
  const nextPattern = deck(
    random,
    Object.entries(HUNDRED).flatMap(([pattern, count]) => Array<Pattern>(count).fill(pattern as Pattern)),
  );

  const wishes = (pattern: Pattern): Record<string, Audience> => {
    const town: Record<string, Audience> = random.chance(0.5) ? { 'person.town': 'member' } : {};
    const contact: Record<string, Audience> = random.chance(0.3) ? { 'person.email': 'member' } : {};
    const weaving: Record<string, Audience> = random.chance(0.4)
      ? { 'person.weaving': 'weaver', 'person.needs': 'weaver' }
      : {};
    const asks = { ...town, ...contact, ...weaving };
    if (pattern === 'open')
      return { ...asks, ...Object.fromEntries(OPEN_TO_EVERYONE.map((name) => [name, 'public' as const])) };
    if (pattern === 'public-name')
      return { ...asks, ...Object.fromEntries(PUBLIC_CARD.map((name) => [name, 'public' as const])) };
    if (pattern === 'particular') return Object.fromEntries([nextCell(), nextCell(), nextCell()]);
    return pattern === 'members' ? asks : {};
  };

  return {
    pattern: nextPattern,
    /** What someone of this pattern saved, by category; null for whoever has saved nothing yet. */
    grants(pattern: Pattern): Record<string, Audience> | null {
      if (pattern === 'nothing') return null;
      const wished = wishes(pattern);
      const otherwise = (proposed: Audience): Audience =>
        pattern === 'private' ? 'self' : pattern === 'weavers' ? narrower(proposed, 'weaver') : proposed;
      return Object.fromEntries(
        categories.map((category) => [
          category.name,
          narrower(wished[category.name] ?? otherwise(category.default), category.ceiling),
        ]),
      );
    },
  };
}
