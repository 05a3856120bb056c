import { expect, it } from 'vitest';
import { seededRandom } from '../../../scripts/demo/random';
import { distinct, skewed } from '../../../scripts/hub/populate/skew';
import { subjectMaker } from '../../../scripts/hub/populate/subjects';
import { samplePolicy } from '../privacy/policy';

const nowhere = { townId: null, regionKey: null, country: null, lat: null, lng: null };
const place = { ...nowhere, townName: 'Lismore', regionName: null, countryNames: null };
const terms = (count: number) => Array.from({ length: count }, (_, id) => ({ id, labels: { en: `Term ${id}` } }));
const made = (seed: number) => {
  const vocabulary = { interests: terms(9), skills: terms(9), languages: ['en', 'es'] };
  const { group, person, positions } = subjectMaker(seededRandom(seed), samplePolicy(), vocabulary, () => place);
  const groups = [1, 2, 3].map(group);
  const people = [1, 2, 3, 4].map(person);
  return { groups, people, positions: people.map((each) => positions(each, () => groups[0] as never)) };
};

it('makes the same people and groups for the same seed, and others for another', () => {
  expect(made(5)).toEqual(made(5));
  expect(made(5).people.map((person) => person.id)).not.toEqual(made(6).people.map((person) => person.id));
});

it('picks the first far more often than the last, and never one twice where distinct ones are wanted', () => {
  const pick = skewed(seededRandom(1), ['a', 'b', 'c', 'd', 'e'], 1);
  const picks = Array.from({ length: 2000 }, pick);
  const often = (item: string) => picks.filter((each) => each === item).length;
  expect(often('a')).toBeGreaterThan(3 * often('e'));
  expect(new Set(distinct(pick, 3)).size).toBe(3);
});
