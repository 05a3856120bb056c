import { describe, expect, it } from 'vitest';
import { mayBeTown, namedPlace } from '~/features/operate/import/place-words';

describe('the place a free text names', () => {
  it.each([
    ['Primarily based in Toronto, Ontario', 'Toronto, Ontario'],
    ['National, based in Brooklyn, New York', 'Brooklyn, New York'],
    ['Canada-wide', 'Canada'],
    ['Throughout the Caribbean', 'Caribbean'],
    ['Con sede en Bogotá', 'Bogotá'],
    ['Kenya', 'Kenya'],
  ])('%j: %j', (text, place) => {
    expect(namedPlace(text)).toBe(place);
  });

  it.each(['Central America', 'Africa', 'MENA region', 'Several nations', 'América Latina'])('%j is no town', (text) =>
    expect(mayBeTown(text)).toBe(false),
  );
  it.each(['Toronto, Ontario', 'Lismore', 'Ghent'])('%j may be a town', (text) => expect(mayBeTown(text)).toBe(true));
});
