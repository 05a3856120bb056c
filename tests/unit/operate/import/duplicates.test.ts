import { describe, expect, it } from 'vitest';
import { DuplicateIndex, type Known } from '~/features/operate/import/duplicates';

let number = 0;
const group = (name: string, country: string | null = null, website: string | null = null): Known => {
  number += 1;
  return { id: String(number), name, country, website, key: `list\n${number}` };
};

describe('suspected duplicates', () => {
  it.each([
    ['the same name', group('Sample River'), group('SAMPLE  RÍVER'), 'same_name'],
    ['an article', group('The Sample River Network'), group('Sample River Network'), 'same_name'],
    ['the same name elsewhere', group('Sample River', 'KE'), group('Sample River', 'PA'), 'same_name'],
    [
      'the same website',
      group('One', null, 'https://sample.example/'),
      group('Another', null, 'https://www.sample.example/home'),
      'same_website',
    ],
    ['a slip in one word', group('African Rivers Forum', 'KE'), group('Africa Rivers Forum', 'KE'), 'near_name'],
    [
      'a slip where one country is unknown',
      group('African Rivers Forum', 'KE'),
      group('Africa Rivers Forum'),
      'near_name',
    ],
    ['a slip in another country', group('African Rivers Forum', 'KE'), group('Africa Rivers Forum', 'NG'), null],
    ['short names one letter apart', group('ACT'), group('ACE'), null],
    ['chapters by number', group('Sample Chapter 12'), group('Sample Chapter 13'), null],
    ['another word', group('Sample River Network'), group('Sample Forest Network'), null],
    [
      'two pages of one social network',
      group('One', null, 'https://www.facebook.com/one'),
      group('Two', null, 'https://www.facebook.com/two'),
      null,
    ],
  ])('%s', (_title, known, candidate, because) => {
    const index = new DuplicateIndex();
    index.add(known);
    expect(index.find(candidate)?.because ?? null).toBe(because);
  });

  it('are never the group itself', () => {
    const index = new DuplicateIndex();
    const known = group('Sample River', 'KE', 'https://sample.example/');
    index.add(known);
    expect(index.find({ ...known, name: 'Sample River' })).toBeNull();
  });
});
