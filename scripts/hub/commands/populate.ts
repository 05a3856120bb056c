import { parseArgs } from 'node:util';
import { type Command, UsageError } from '../command';
import { populate } from '../populate/populate';

const MOST = 5_000_000;

function readArgs(args: string[]) {
  const number = { type: 'string' } as const;
  const options = { people: number, groups: number, events: number, seed: number };
  const count = (text: string | undefined, otherwise: number) =>
    text === undefined ? otherwise : /^\d{1,9}$/.test(text) && Number(text) <= MOST ? Number(text) : Number.NaN;
  try {
    const { people, groups, events, seed } = parseArgs({ args, options }).values;
    const size = { people: count(people, 1300), groups: count(groups, 300), events: count(events, 0) };
    return { ...size, seed: count(seed, 1) };
  } catch {
    return null;
  }
}

export const populateCommand: Command = {
  usage: 'populate --people N --groups N [--events N] [--seed S]',
  about: 'Fills a hub that holds nobody real with made-up people and groups, to try it with many.',
  asOwner: true,
  async run(args, say) {
    const size = readArgs(args);
    if (!size || Object.values(size).some(Number.isNaN)) throw new UsageError(`Numbers are whole and at most ${MOST}.`);
    if (size.events > 0) say('There are no events in this hub yet: none are made.');
    await populate(size, (done) => {
      if (done % 10_000 === 0) process.stderr.write(`${done} of ${size.people} people\n`);
    });
    say(`${size.people} people and ${size.groups} groups are there, all of them made up.`);
    return 0;
  },
};
