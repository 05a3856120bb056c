import { network } from '#db/schema/network';
import type { Unit } from '~/sharing/command.server';
import type { NetworkValues } from './network-form';

/** Writes what the network says of itself in place of what stood there. From then on it is no demo. */
export async function writeNetwork({ db }: Unit, values: NetworkValues, setUpAt?: Date): Promise<void> {
  const row = { ...values, demo: false, updatedAt: new Date(), ...(setUpAt && { setUpAt }) };
  await db
    .insert(network)
    .values({ id: 1, ...row })
    .onConflictDoUpdate({ target: network.id, set: row });
}
