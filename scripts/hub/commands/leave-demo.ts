import { createInterface } from 'node:readline/promises';
import { type DemoAndReal, demoAndReal, leaveDemo } from '../../demo/leave';
import { type Command, UsageError } from '../command';

const amount = (number: number, one: string, several: string): string => `${number} ${number === 1 ? one : several}`;
const both = ({ people, groups }: DemoAndReal['demo']): string =>
  `${amount(people, 'person', 'people')} and ${amount(groups, 'group', 'groups')}`;

function announce({ demo, real, terms, imports, name }: DemoAndReal, say: (line: string) => void): void {
  say(`Goes: the demo's ${both(demo)}, with their accounts, sign-in links and mail.`);
  say(
    `Stays: ${both(real)} who are real, ${amount(terms, 'word', 'words')} of the vocabularies, the privacy policy, ` +
      `${amount(imports, 'import', 'imports')}, the settings of ${name ?? 'the network'}.`,
  );
}

/** What to do next, where the demo leaves something open. */
function next({ real, steward, demoName }: DemoAndReal): string[] {
  const anyone = real.people + real.groups > 0;
  return [
    ...(demoName && anyone
      ? ['The network still has the name of the demo: an operator changes it at /operate/network.']
      : []),
    ...(steward ? [] : ['This hub has no steward now. Next: npm run hub -- set-up EMAIL']),
  ];
}

async function confirmed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question('This cannot be taken back. Type yes to do it: ')).trim().toLowerCase() === 'yes';
  } finally {
    terminal.close();
  }
}

export const leaveDemoCommand: Command = {
  usage: 'leave-demo [--yes]',
  about: "Removes the demo network's people and groups; what is real stays. Asks first, unless --yes.",
  async run(args, say) {
    if (args.length > 1 || (args[0] ?? '--yes') !== '--yes') throw new UsageError('There is only --yes to say.');
    const found = await demoAndReal();
    if (found.demo.people + found.demo.groups === 0) {
      say('There is no demo network here.');
      return 0;
    }
    announce(found, say);
    if (args.length === 0) {
      if (!process.stdin.isTTY) throw new UsageError('To do it without being asked, add --yes.');
      if (!(await confirmed())) {
        say('Nothing was changed.');
        return 1;
      }
    }
    for (const line of ['The demo network is gone.', ...next(await leaveDemo())]) say(line);
    return 0;
  },
};
