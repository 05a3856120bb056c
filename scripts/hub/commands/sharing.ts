import { rebuildProjections, verifyProjections } from '~/sharing/verify.server';
import { type Command, UsageError } from '../command';

export const sharing: Command = {
  usage: 'sharing verify|rebuild',
  about:
    'Compares what every audience is shown with what policy and choices give (verify), or writes it anew (rebuild).',
  async run(args, say) {
    if (args.length !== 1 || !['verify', 'rebuild'].includes(args[0] ?? ''))
      throw new UsageError('Say verify or rebuild.');
    if (args[0] === 'rebuild') await rebuildProjections();
    const damage = await verifyProjections();
    for (const { table, surplus, missing } of damage)
      say(`${table}: ${surplus} rows too many, ${missing} rows missing`);
    if (damage.length === 0) say('Everything that is shown is what policy and choices give.');
    return damage.length === 0 ? 0 : 1;
  },
};
