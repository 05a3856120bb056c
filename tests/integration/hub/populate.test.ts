import { beforeAll, describe, expect, it } from 'vitest';
import { readerPool } from '#db/reader.server';
import { searchPeople } from '~/features/directory/people-search.server';
import { parseDirectoryQuery } from '~/features/directory/query';
import { verifyProjections } from '../../../app/sharing/verify.server';
import { UsageError } from '../../../scripts/hub/command';
import { populateCommand } from '../../../scripts/hub/commands/populate';
import { makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';

const run = (...args: string[]) => {
  const said: string[] = [];
  return populateCommand.run(args, (line) => said.push(line)).then(() => said);
};

const PEOPLE = 1300;

describe('hub populate', () => {
  useHub();
  beforeAll(() => run('--people', String(PEOPLE), '--groups', '60', '--seed', '7'));

  it('writes what the projection writer would have written', async () => {
    expect(await verifyProjections()).toEqual([]);
  });

  it('shares with everyone, with members and with fewer as it says', async () => {
    const shown = async (audience: 'public' | 'member') =>
      ((await readerPool(audience)`select count(*)::int as n from people`)[0]?.n as number) / PEOPLE;
    expect(await shown('public')).toBeCloseTo(0.6, 1);
    expect(await shown('member')).toBeCloseTo(0.9, 1);
  });

  it('spreads people over many towns, large ones more often', async () => {
    const towns = await readerPool('weaver')<{ n: number }[]>`
      select count(*)::int as n from people where town_id is not null group by town_id order by n desc`;
    expect(towns.length).toBeGreaterThan(100);
    expect(towns[0]?.n).toBeLessThan(PEOPLE / 10);
    expect(towns[0]?.n).toBeGreaterThan(3);
  });

  const find = (address: string) => searchPeople(asMember(), parseDirectoryQuery(new URLSearchParams(address)), 'en');

  it('ranks the same some of those whom a frequent word finds, and counts the others with a choice beside it', async () => {
    const [stored] = await readerPool('member')`
      select count(*)::int as people, count(*) filter (where 'driver' = any(network_roles))::int as drivers from people
      where tsv @@ to_tsquery('simple', '''united'':*')`;
    expect(stored?.people).toBeGreaterThan(1000);
    const walk = async () => {
      const seen: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const { hits, next, total, capped, byFacet } = await find(`q=united&after=${encodeURIComponent(after)}`);
        expect({ total, capped, byFacet }).toEqual({ total: 1000, capped: true, byFacet: {} });
        seen.push(...hits.map(({ handle }) => handle));
        after = next;
      }
      return seen;
    };
    const seen = await walk();
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(300);
    expect(await walk()).toEqual(seen);
    expect(await find('q=united&role=driver')).toMatchObject({ total: stored?.drivers, capped: false });
  });

  it('lets a list without a filter tell how many there are', async () => {
    const [stored] = await readerPool('member')`
      select count(*)::int as people, count(*) filter (where 'driver' = any(network_roles))::int as drivers from people`;
    expect(await find('')).toMatchObject({ total: stored?.people, capped: false });
    expect(await find('role=driver')).toMatchObject({ total: stored?.drivers, capped: false });
    const english = await find('language=en');
    expect(english).toMatchObject({ capped: false });
    expect(english.byFacet.role?.driver).toBe((await find('role=driver&language=en')).total);
  });

  it('is refused a second time', async () => {
    await expect(run('--people', '1', '--groups', '1')).rejects.toThrow('populated before');
  });
});

describe('hub populate where it does not belong', () => {
  useHub();
  beforeAll(() => makePerson({ name: 'Someone Real' }));

  it('is refused among real people', async () => {
    await expect(run('--people', '1', '--groups', '1')).rejects.toThrow('holds real people');
  });

  it.each(['--people=-1', '--people=x', '--groups=1e9', '--mystery=1', 'people'])('does not take %s', async (arg) => {
    await expect(run(arg)).rejects.toThrow(UsageError);
  });
});
