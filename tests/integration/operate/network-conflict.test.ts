import { beforeAll, describe, expect, it } from 'vitest';
import { asForm } from '~/features/directory/edit-form';
import { readNetworkSettings } from '~/features/directory/network.server';
import { networkPage, submitNetwork } from '~/features/operate/network/network-page.server';
import { writeNetwork } from '~/features/operate/network/save-network.server';
import { command } from '~/sharing/command.server';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';

useHub();
const operator = asMember();
const stored = async () => readNetworkSettings(operator);

beforeAll(() =>
  command((unit) =>
    writeNetwork(unit, {
      name: 'Five Creeks',
      locales: ['en', 'es'],
      defaultLocale: 'en',
      purpose: { en: 'One water.' },
      description: {},
      themeColor: null,
    }),
  ),
);

/** The form as it was opened, to be sent with what is written into it. */
async function opened() {
  const { values, base } = await networkPage(operator, 'en');
  return (more: Record<string, string | string[]>, again?: string) =>
    submitNetwork(operator, asForm({ ...values, base: again ?? base, ...more }), 'en');
}

describe('two operators who write the settings of the network', () => {
  it('are told of each other, and the later one loses nothing and can still save', async () => {
    const [first, second] = [await opened(), await opened()];
    expect(await first({ name: 'Six Creeks', locales: ['en'] })).toBeNull();
    const told = await second({ name: 'Seven Creeks' });
    expect(told).toMatchObject({ kind: 'conflict', values: { name: 'Seven Creeks' } });
    expect(told?.conflicts).toEqual([
      { field: 'name', label: 'Name of the network', mine: 'Seven Creeks', theirs: 'Six Creeks', chosen: 'mine' },
      {
        field: 'locales',
        label: 'Languages this hub offers',
        mine: 'English and Español',
        theirs: 'English',
        chosen: 'theirs',
      },
    ]);
    expect((await stored())?.name).toBe('Six Creeks');
    const chosen = { 'take.name': 'mine', 'take.locales': 'theirs' };
    expect(await second({ name: 'Seven Creeks', ...chosen }, told?.base)).toBeNull();
    expect(await stored()).toMatchObject({ name: 'Seven Creeks', locales: ['en'] });
  });

  it('are not told where both wrote the same', async () => {
    const [first, second] = [await opened(), await opened()];
    expect(await first({ name: 'Eight Creeks' })).toBeNull();
    expect(await second({ name: 'Eight Creeks' })).toBeNull();
  });

  it('keep what the form was made from over a fault', async () => {
    const [first, second] = [await opened(), await opened()];
    const fault = await second({ name: '' });
    expect(fault).toMatchObject({ kind: 'invalid' });
    await first({ name: 'Nine Creeks' });
    expect(await second({ name: 'Ten Creeks' }, fault?.base)).toMatchObject({ kind: 'conflict' });
  });
});
