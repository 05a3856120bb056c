import { words } from '~/lib/text';
import { lines, namePools } from '../../demo/data';
import type { Random } from '../../demo/random';
import { skewed } from './skew';

const INVENTED = 12_000;
const STARTS = 'b bl br c ch cr d dr f fl g gr h k l m n p pl pr r s sh sl st t th tr v w'.split(' ');
const MIDDLES = 'a e i o u ai ea oo ou'.split(' ');
const ENDS = 'd g l m n nd r rd sh st t x lo ma ri ver wick ton'.split(' ');

/** Words of the demo's texts, and then made-up ones for the long tail that every language has. */
function vocabulary(random: Random): string[] {
  const known = words(JSON.stringify(lines())).filter((word) => /^[a-z]{3,}$/.test(word));
  const invented = Array.from({ length: INVENTED }, () =>
    [STARTS, MIDDLES, ENDS, MIDDLES, ENDS].map((part) => random.pick(part)).join(''),
  );
  return [...new Set([...random.shuffled(known), ...invented])];
}

/** Makes texts whose words are as unevenly common as in life, and names that nobody bears. */
export function writing(random: Random) {
  const word = skewed(random, vocabulary(random), 0.9);
  const pools = Object.values(namePools());
  const sentence = (length: number): string => {
    const text = Array.from({ length }, word).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return {
    word,
    sentence: (least: number, most: number) => sentence(least + random.below(most - least + 1)),
    name(): { name: string; language: string } {
      const pool = random.pick(pools);
      const given = random.pick(random.pick([pool.f, pool.m, pool.n]));
      return { name: `${given} ${random.pick(pool.family)}`, language: pool.languages[0] ?? 'en' };
    },
  };
}
