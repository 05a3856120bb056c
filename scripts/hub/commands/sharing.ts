import { command } from '~/sharing/command.server';
import { carryOver } from '~/sharing/ledger/carry-over.server';
import { isSound, verifyLedger } from '~/sharing/ledger/verify-ledger.server';
import { rebuildProjections, verifyProjections } from '~/sharing/verify.server';
import { type Command, UsageError } from '../command';

type Say = Parameters<Command['run']>[1];

async function verifyShown(say: Say): Promise<boolean> {
  const damage = await verifyProjections();
  for (const { table, surplus, missing } of damage) say(`${table}: ${surplus} rows too many, ${missing} rows missing`);
  if (damage.length === 0) say('Everything that is shown is what policy and choices give.');
  return damage.length === 0;
}

async function verifyConsents(say: Say): Promise<boolean> {
  const damage = await verifyLedger();
  const { broken, unrecorded, unkept, differing } = damage;
  if (broken !== null) say(`Ledger of consents: record ${broken} was changed, taken out or put in.`);
  if (unrecorded > 0) say(`Ledger of consents: choices that stand without a record: ${unrecorded}.`);
  if (unkept > 0) say(`Ledger of consents: recorded choices that do not stand: ${unkept}.`);
  if (differing > 0) say(`Ledger of consents: choices that stand otherwise than recorded: ${differing}.`);
  if (isSound(damage)) say('The ledger of consents is whole, and says what stands.');
  return isSound(damage);
}

/** Runs what a word asks for; gives what the machine is told. */
const ACTIONS: Record<string, (say: Say) => Promise<number>> = {
  async verify(say) {
    const sound = [await verifyShown(say), await verifyConsents(say)];
    return sound.every(Boolean) ? 0 : 1;
  },
  async rebuild(say) {
    await rebuildProjections();
    return (await verifyShown(say)) ? 0 : 1;
  },
  async 'carry-over'(say) {
    say(`Choices entered into the ledger of consents: ${await command(carryOver)}.`);
    return (await verifyConsents(say)) ? 0 : 1;
  },
};

export const sharing: Command = {
  usage: 'sharing verify|rebuild|carry-over',
  about:
    'Compares what every audience is shown, and the ledger of consents, with policy and choices (verify), writes what is shown anew (rebuild), or enters choices that stand without a record, as an older version of the hub leaves them (carry-over).',
  async run(args, say) {
    const action = args.length === 1 && Object.hasOwn(ACTIONS, args[0] ?? '') ? ACTIONS[args[0] ?? ''] : undefined;
    if (!action) throw new UsageError('Say verify, rebuild or carry-over.');
    return action(say);
  },
};
