import { type NamePool, namePools } from './data';
import type { Random } from './random';
import type { Region } from './towns';

export interface DrawnName {
  name: string;
  pronouns: string | null;
  /** Languages that go with the name. */
  languages: string[];
}

const MIDWEST =
  'prairie prairie prairie prairie prairie great-lakes great-lakes great-lakes great-lakes latino-midwest latino-midwest somali hmong polish';
const NORTH = `${MIDWEST} north-woods north-woods`;
const SOUTH =
  'northern-rivers northern-rivers northern-rivers northern-rivers northern-rivers northern-rivers pacific vietnamese punjabi polish';

/** Pools a region's names come from, as often as they stand here. */
const POOLS: Partial<Record<Region, string>> = {
  illinois: MIDWEST,
  iowa: MIDWEST,
  ohio: MIDWEST,
  michigan: MIDWEST,
  indiana: MIDWEST,
  wisconsin: NORTH,
  minnesota: NORTH,
  'northern-rivers': SOUTH,
};

const PRONOUNS: Record<string, { f: string[]; m: string[]; n: string[] }> = {
  es: { f: ['ella'], m: ['él'], n: ['elle'] },
  fr: { f: ['elle'], m: ['il/lui'], n: ['iel'] },
  pt: { f: ['ela'], m: ['ele'], n: ['elu'] },
  en: {
    f: ['she/her', 'she/her', 'she/her', 'she/they'],
    m: ['he/him', 'he/him', 'he/him', 'he/they'],
    n: ['they/them'],
  },
};

/** Draws names that no one in this network has yet. */
export function nameDrawer(random: Random, taken: Set<string>): (region: Region) => DrawnName {
  const pools = namePools();
  return (region) => {
    for (let attempt = 0; attempt < 500; attempt += 1) {
      const key = random.pick((POOLS[region] ?? region).split(' '));
      const pool = pools[key];
      if (!pool) throw new Error(`There are no names for ${region}.`);
      const drawn = draw(random, pool);
      if (taken.has(drawn.name)) continue;
      taken.add(drawn.name);
      return drawn;
    }
    throw new Error(`There are too few names for ${region}.`);
  };
}

function draw(random: Random, pool: NamePool): DrawnName {
  const gender = random.chance(0.08) ? 'n' : random.chance(0.56) ? 'f' : 'm';
  const given = random.pick(pool[gender]);
  const family = random.pick(pool.family);
  const pronouns = PRONOUNS[pool.languages[0] ?? 'en'] ?? PRONOUNS.en;
  return {
    name: fullName(random, given, family),
    pronouns: random.chance(0.45) ? random.pick(pronouns?.[gender] ?? []) : null,
    languages: pool.languages,
  };
}

/** Family name first in Han script; elsewhere now and then only a given name, or an initial for the family. */
function fullName(random: Random, given: string, family: string): string {
  if (/\p{Script=Han}/u.test(family)) return `${family} ${given}`;
  if (random.chance(0.02)) return given;
  if (random.chance(0.03) && /^\p{Lu}/u.test(family)) return `${given} ${[...family][0]}.`;
  return `${given} ${family}`;
}
