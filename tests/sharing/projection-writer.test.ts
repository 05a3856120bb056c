import { describe, expect, it } from 'vitest';
import { readerPool } from '#db/reader.server';
import { READER_AUDIENCES } from '~/lib/audience';
import { join, makeGroup, makePerson } from '../factories/people';
import { useHub } from '../setup/hub';

useHub();

const reading = async (personId: string) => {
  const seen: Record<string, unknown> = {};
  for (const audience of READER_AUDIENCES) {
    const [row] = await readerPool(audience)`select name, headline, town_id from people where person_id = ${personId}`;
    if (row) seen[audience] = row;
  }
  return seen;
};

describe('the projection writer', () => {
  it('shows nothing of a person before a first save', async () => {
    const person = await makePerson({ name: 'Ada Unsaved' });
    expect(await reading(person.id)).toEqual({});
  });

  it('puts into each projection what policy and grant allow, and nothing else', async () => {
    const person = await makePerson(
      { name: 'Ada Shared', headline: 'Samples creeks', townId: 2160063 },
      { 'person.name': 'public', 'person.about': 'member', 'person.town': 'weaver' },
    );
    expect(await reading(person.id)).toEqual({
      public: { name: 'Ada Shared', headline: null, town_id: null },
      member: { name: 'Ada Shared', headline: 'Samples creeks', town_id: null },
      weaver: { name: 'Ada Shared', headline: 'Samples creeks', town_id: 2160063 },
      steward: { name: 'Ada Shared', headline: 'Samples creeks', town_id: 2160063 },
    });
  });

  it('keeps an edge only where both ends reach', async () => {
    const person = await makePerson({ name: 'Lee Edge' }, { 'person.name': 'public', 'person.position': 'member' });
    const open = await makeGroup({ name: 'Open Group' });
    const shy = await makeGroup({ name: 'Shy Group' }, {}, { 'group.profile': 'weaver' });
    await join(person.id, open.id);
    await join(person.id, shy.id, { leads: true });
    const edges: Record<string, number> = {};
    for (const audience of READER_AUDIENCES) {
      edges[audience] = (await readerPool(audience)`select 1 from positions where person_id = ${person.id}`).length;
    }
    expect(edges).toEqual({ public: 0, member: 1, weaver: 2, steward: 2 });
  });
});
