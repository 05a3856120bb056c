import { describe, expect, it } from 'vitest';
import { mayRead, type Party, readableBy } from '~/features/concerns/entries';

const PARTIES: Party[] = ['raiser', 'link', 'about', 'first', 'second'];
const readers = (kind: Parameters<typeof mayRead>[1], round: number) =>
  PARTIES.filter((party) => mayRead(party, kind, round)).join(' ');

describe('who reads what was said of a concern', () => {
  it.each([
    ['raised', 'raiser first second', 'raiser second'],
    ['note', 'first second', 'second'],
    ['call_raiser', 'raiser link first second', 'raiser link second'],
    ['to_raiser', 'raiser link first second', 'raiser link second'],
    ['from_raiser', 'raiser first second', 'raiser second'],
    ['told', 'about first second', 'about second'],
    ['to_about', 'about first second', 'about second'],
    ['from_about', 'about first second', 'about second'],
    ['heard', 'about first second', 'about second'],
    ['closed', 'raiser link about first second', 'raiser link about first second'],
    ['appeal', 'about first second', 'about second'],
    ['stepped_back', 'first second', 'second'],
  ] as const)('%s: %s; of the appeal: %s', (kind, first, second) => {
    expect([readers(kind, 1), readers(kind, 2)]).toEqual([first, second]);
  });

  it('is asked of the database in the same words', () => {
    expect(readableBy('link')).toEqual([
      ...['call_raiser 1', 'call_raiser 2', 'to_raiser 1', 'to_raiser 2', 'closed 1', 'closed 2'],
    ]);
  });
});
