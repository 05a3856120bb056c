import { performance } from 'node:perf_hooks';

const WARM_UP = 10;
/** One reading in so many may be out of order by chance alone; see {@link chanceOfSlower}. */
const CHANCE = 0.08;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * How often a reading of `a` is slower than one of `b`, from 0 to 1: 0.5 when nobody can tell them apart, whatever the
 * shape of their distributions (the measure of the Mann-Whitney test).
 */
export function chanceOfSlower(a, b) {
  const all = [...a.map((time) => [time, 0]), ...b.map((time) => [time, 1])].sort((x, y) => x[0] - y[0]);
  let below = 0;
  let slower = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to][0] === all[from][0]) to += 1;
    const tied = all.slice(from, to);
    const ofB = tied.filter(([, which]) => which === 1).length;
    slower += (tied.length - ofB) * (below + ofB / 2);
    below += ofB;
    from = to;
  }
  return slower / (a.length * b.length);
}

/**
 * Asks the same of two kinds of address in turns and compares how long the answers take and what they are.
 * `known` and `unknown` send the nth request, wait for the whole answer and give its bytes as text; `between` is called
 * before every pair, to take rate limits out of the way. Gives medians in ms, the chance that a known one is slower, and
 * whether answers and times are the same.
 */
export async function compare({ known, unknown }, pairs, between = async () => {}) {
  const times = { known: [], unknown: [] };
  const answers = new Set();
  const once = async (kind, ask, number) => {
    const began = performance.now();
    const answer = await ask(number);
    const took = performance.now() - began;
    if (number < WARM_UP) return;
    times[kind].push(took);
    answers.add(answer);
  };
  for (let number = 0; number < pairs + WARM_UP; number += 1) {
    await between();
    const turns = [
      ['known', known],
      ['unknown', unknown],
    ];
    for (const [kind, ask] of number % 2 ? turns : turns.reverse()) await once(kind, ask, number);
  }
  const slower = chanceOfSlower(times.known, times.unknown);
  return {
    known: median(times.known),
    unknown: median(times.unknown),
    slower,
    sameAnswer: answers.size === 1,
    sameTime: Math.abs(slower - 0.5) <= CHANCE,
  };
}
