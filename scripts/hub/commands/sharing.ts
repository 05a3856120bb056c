import { verifyProjections } from '~/sharing/verify.server';
import { type Command, UsageError } from '../command';

export const sharing: Command = {
  usage: 'sharing verify',
  about: 'Compares what every audience is shown with what policy and choices give; changes nothing.',
  async run(args, say) {
    if (args.length !== 1 || args[0] !== 'verify') throw new UsageError('There is only: sharing verify.');
    const damage = await verifyProjections();
    for (const { table, surplus, missing } of damage)
      say(`${table}: ${surplus} rows too many, ${missing} rows missing`);
    if (damage.length === 0) say('Everything that is shown is what policy and choices give.');
    return damage.length === 0 ? 0 : 1;
  },
};
