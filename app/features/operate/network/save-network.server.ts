import { network } from '#db/schema/network';
import type { Unit } from '~/sharing/command.server';
import type { NetworkValues } from './network-form';

/** Writes what the network says of itself in place of what stood there. One that is set up is no demo any more. */
export async function writeNetwork({ db }: Unit, values: NetworkValues, setUpAt?: Date): Promise<void> {
  const row = { ...values, updatedAt: new Date(), ...(setUpAt && { setUpAt, demo: false }) };
  await db
    .insert(network)
    .values({ id: 1, ...row })
    .onConflictDoUpdate({ target: network.id, set: row });
}
