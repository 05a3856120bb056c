import { beforeAll, describe, expect, it } from 'vitest';
import { VISITOR } from '~/auth/viewer';
import { groupsView } from '~/features/directory/groups-view.server';
import { directoryAddress, parseDirectoryQuery } from '~/features/directory/query';
import { markQuietGroups } from '~/features/freshness/quiet-groups.server';
import { writerSql } from '../../../db/writer.server';
import { makeGroup } from '../../factories/people';
import { makeTerms } from '../../factories/vocabularies';
import { useHub } from '../../setup/hub';

useHub();

const TODAY = new Date('2026-11-20T12:00:00Z');

const view = async (address: string) => {
  const query = parseDirectoryQuery(new URL(address, 'http://hub').searchParams);
  const { view, hits, facets } = await groupsView(VISITOR, query, 'en');
  return { names: hits.map((hit) => hit.name), hits, view, facets };
};

beforeAll(async () => {
  const { interests } = await makeTerms({ interests: ['Creeks'] });
  const topic = interests[0] as number;
  await makeGroup({ name: 'Awake', interestIds: [topic] }, { listedOn: '2019-01-01', lastConfirmedOn: '2026-01-01' });
  await makeGroup({ name: 'Fresh listing' }, { standing: 'listed', listedOn: '2024-05-05' });
  await makeGroup({ name: 'On the day', interestIds: [topic] }, { listedOn: '2023-11-20' });
  await makeGroup(
    { name: 'Quiet member', interestIds: [topic] },
    { listedOn: '2019-01-01', lastConfirmedOn: '2022-03-04' },
  );
  await makeGroup({ name: 'Quiet listing' }, { standing: 'listed', listedOn: '2020-06-07' });
});

describe('groups that have been quiet for long', () => {
  it('are marked once with the day of their last sign of life', async () => {
    expect(await markQuietGroups({ kind: 'system', reason: 'clock' }, TODAY)).toBe(2);
    expect(await markQuietGroups({ kind: 'system', reason: 'clock' }, TODAY)).toBe(0);
    expect(
      await writerSql()`select name, quiet_since::text as since from proj_public.groups where quiet_since is not null order by name`,
    ).toEqual([
      { name: 'Quiet listing', since: '2020-06-07' },
      { name: 'Quiet member', since: '2022-03-04' },
    ]);
  });
  it.each([
    ['/groups', ['Awake', 'Fresh listing', 'On the day'], 3, 2],
    ['/groups?quiet=1', ['Awake', 'Fresh listing', 'On the day', 'Quiet listing', 'Quiet member'], 5, 0],
    ['/groups?interest=creeks', ['Awake', 'On the day'], 2, 1],
    ['/groups?interest=creeks&quiet=1', ['Awake', 'On the day', 'Quiet member'], 3, 0],
    ['/groups?q=quiet', ['Quiet listing', 'Quiet member'], 2, 0],
    ['/groups?q=awake', ['Awake'], 1, 0],
    ['/groups?place=Nosuchtown', [], 0, 0],
  ])('%s: %j, and the counts say so', async (address, names, total, folded) => {
    const found = await view(address);
    expect(found.names).toEqual(names);
    expect(found.view).toMatchObject({ total, folded });
  });
  it('count for no topic as long as they are left out', async () => {
    const creeks = async (address: string) =>
      (await view(address)).facets[0]?.options.find((each) => each.value === 'creeks');
    expect(await creeks('/groups')).toMatchObject({ count: '2' });
    expect(await creeks('/groups?quiet=1')).toMatchObject({ count: '3' });
  });
  it('are on the address as long as they are asked for', () => {
    expect(directoryAddress('/groups', { quiet: true, place: 'Lismore' })).toBe('/groups?place=Lismore&quiet=1');
    expect(parseDirectoryQuery(new URLSearchParams('quiet=yes')).quiet).toBe(false);
  });
});
