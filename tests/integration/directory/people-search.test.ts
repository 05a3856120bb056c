import { beforeAll, describe, expect, it } from 'vitest';
import { VISITOR, type Viewer } from '~/auth/viewer';
import { searchPeople } from '~/features/directory/people-search.server';
import { parseDirectoryQuery } from '~/features/directory/query';
import { join, makeGroup, makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { makeTerms } from '../../factories/vocabularies';
import { useHub } from '../../setup/hub';

useHub();

const OPEN = {
  'person.name': 'public',
  'person.about': 'public',
  'person.topics': 'public',
  'person.region': 'public',
  'person.position': 'public',
  'person.network_role': 'public',
} as const;
const LISMORE = 2160063;
const BALLINA = 2177069;
const CHICAGO = 4887398;

const member = asMember();
const find = async (address: string, viewer: Viewer = member) => {
  const result = await searchPeople(viewer, parseDirectoryQuery(new URLSearchParams(address)), 'en');
  return { ...result, names: result.hits.map((hit) => hit.name) };
};

beforeAll(async () => {
  const { interests, skills } = await makeTerms({
    interests: ['Clean water', 'Farmland'],
    skills: ['Press', 'Water sampling'],
  });
  const [water, farm] = interests;
  const [press, sampling] = skills;
  const group = await makeGroup({ name: 'Creek Watch' });
  const elise = await makePerson(
    {
      name: 'Élise Sundqvist',
      headline: 'Kitchen-table meetings',
      interestIds: [water, farm],
      skillIds: [press],
      languageCodes: ['fr'],
      townId: LISMORE,
      networkRoles: ['driver'],
    },
    { ...OPEN, 'person.town': 'member' },
  );
  await join(elise.id, group.id, { leads: true, title: 'Coordinator' });
  await makePerson(
    { name: 'Marama Okafor', interestIds: [water], learnIds: [sampling], townId: BALLINA },
    { ...OPEN, 'person.town': 'member' },
  );
  await makePerson({ name: 'Jo Townless', regionKey: 'AU-02', country: 'AU', skillIds: [sampling] }, OPEN);
  await makePerson({ name: 'Chi Cago', townId: CHICAGO }, { ...OPEN, 'person.town': 'member' });
  await makePerson(
    { name: 'Mia Members', headline: 'Only for members' },
    { 'person.name': 'member', 'person.about': 'member' },
  );
});

describe('searching people', () => {
  it.each([
    ['q=sundqvist', ['Élise Sundqvist']],
    ['q=Elise', ['Élise Sundqvist']],
    ['q=sundq', ['Élise Sundqvist']],
    ['q=sunqvist', ['Élise Sundqvist']],
    ['q=kitchen+table', ['Élise Sundqvist']],
    ['q=%21%21%21', []],
    ['q=nobodyofthisname', []],
    ['interest=clean-water', ['Élise Sundqvist', 'Marama Okafor']],
    ['interest=clean-water&interest=farmland', ['Élise Sundqvist']],
    ['interest=no-such-topic', []],
    ['skill=press', ['Élise Sundqvist']],
    ['learn=water-sampling', ['Marama Okafor']],
    ['language=fr', ['Élise Sundqvist']],
    ['role=driver', ['Élise Sundqvist']],
    ['group=creek-watch', ['Élise Sundqvist']],
    ['place=Lismore%2C+NSW&within=10', ['Élise Sundqvist', 'Jo Townless']],
    ['place=Lismore%2C+NSW&within=50', ['Élise Sundqvist', 'Marama Okafor', 'Jo Townless']],
    ['place=New+South+Wales', ['Élise Sundqvist', 'Jo Townless', 'Marama Okafor']],
    ['place=Atlantisville', []],
    ['sort=name', ['Chi Cago', 'Élise Sundqvist', 'Jo Townless', 'Marama Okafor', 'Mia Members']],
  ])('finds %s', async (address, names) => {
    expect((await find(address)).names).toEqual(names);
  });

  it('tells a visitor of nobody who is shared with members only, nor of their towns', async () => {
    const seen = await find('', VISITOR);
    expect(seen.names).toEqual(['Chi Cago', 'Élise Sundqvist', 'Jo Townless', 'Marama Okafor']);
    expect(seen.total).toBe(4);
    expect((await find('q=members', VISITOR)).names).toEqual([]);
    const near = await find('place=Lismore%2C+NSW&within=10', VISITOR);
    expect(near.hits.map((hit) => hit.place)).toEqual(Array(3).fill('New South Wales, Australia'));
  });

  it('says what it searched for instead of a misspelt word', async () => {
    expect((await find('q=sunqvist')).corrected).toBe('sundqvist');
    expect((await find('q=sundqvist')).corrected).toBeNull();
  });

  it('counts what each further choice would leave', async () => {
    const { total, byFacet, terms } = await find('interest=clean-water');
    const farmland = terms.interests.find((term) => term.slug === 'farmland')?.id;
    expect(total).toBe(2);
    expect(byFacet.interest?.[String(farmland)]).toBe(1);
    expect(byFacet.language).toEqual({ fr: 1 });
  });

  it('shows the first group of a person, those they lead before others', async () => {
    const [hit] = (await find('q=Elise')).hits;
    expect(hit?.position).toEqual({ group: 'Creek Watch', title: 'Coordinator', leads: true });
  });
});

describe('pages of people', () => {
  it.each(['name', 'newest', 'best', 'near'])('visit everyone exactly once, sorted by %s', async (sort) => {
    for (let at = 0; at < 45; at += 1) {
      const joinedOn = at % 3 === 0 ? null : `2025-0${1 + (at % 6)}-15`;
      await makePerson(
        {
          name: `Pager ${sort} 🌊 𠮷${at % 5}`,
          headline: at % 2 ? `pager${sort}` : `pager${sort} pager${sort}`,
          townId: at % 4 ? LISMORE : BALLINA,
        },
        { ...OPEN, 'person.town': 'member', 'person.joined': 'member' },
        { joinedOn },
      );
    }
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 10; page += 1) {
      const result = await find(`q=pager${sort}&place=Lismore%2C+NSW&within=100&sort=${sort}&after=${after}`);
      seen.push(...result.hits.map((hit) => hit.handle));
      if (!result.next) break;
      after = result.next;
    }
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });

  const forged = (...cursor: unknown[]) => Buffer.from(JSON.stringify(cursor)).toString('base64url');
  it.each([
    forged(9007199254740991, 'a', 'b'),
    forged('2024-02-31', 'a', 'b'),
    forged('0000-01-01', 'a', 'b'),
    'garbage',
    'e30',
    'bnVsbA',
    'WzEsMiwzXQ',
    '%00',
    'x'.repeat(5000),
  ])('start from the beginning at the cursor %#', async (after) => {
    for (const sort of ['name', 'newest', 'best']) await find(`q=a&sort=${sort}&after=${after}`);
    expect((await find(`sort=name&after=${after}`)).names[0]).toBe('Chi Cago');
  });
});
